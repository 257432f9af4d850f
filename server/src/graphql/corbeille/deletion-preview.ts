import { type DeletionPreview, previewDeletion } from '../../domain/corbeille/preview-deletion.ts'
import { MAX_MOVED } from '../../domain/axe/axe-rules.ts'
import { builder } from '../builder.ts'
import { badInput } from '../connection/page-arguments.ts'
import { readGlobalId } from '../global-id.ts'

const DeletionPreviewType = builder.objectRef<DeletionPreview>('DeletionPreview').implement({
  description: 'Ce qu’une suppression emporterait.',
  fields: (t) => ({
    axes: t.exposeInt('axes', { description: 'Nombre d’axes, ceux d’en dessous compris.' }),
    fiches: t.exposeInt('fiches', { description: 'Nombre de fiches.' }),
    sousActions: t.exposeInt('sousActions', { description: 'Nombre de leurs sous-actions, qui les suivent.' }),
    kept: t.exposeInt('kept', { description: 'Nombre de fiches qui restent : elles sont aussi placées ailleurs.' }),
  }),
})

builder.queryField('deletionPreview', (t) =>
  t.field({
    type: DeletionPreviewType,
    description: 'Compte ce que supprimer ceci emporterait, parmi ce que vous pouvez lire.',
    args: {
      ids: t.arg.idList({ required: true, description: 'Identifiants globaux de plans, d’axes et de fiches.' }),
    },
    resolve: (_root, { ids }, { prisma, viewer }) => {
      if (ids.length > MAX_MOVED) throw badInput(`On supprime au plus ${MAX_MOVED} éléments à la fois.`)
      const nodes = ids.map((id) => readGlobalId(id))
      const of = (name: string) => nodes.flatMap(({ typename, id }) => (typename === name ? [id] : []))
      return previewDeletion({ prisma, viewer }, { planIds: of('Plan'), axeIds: of('Axe'), ficheIds: of('Fiche') })
    },
  }),
)
