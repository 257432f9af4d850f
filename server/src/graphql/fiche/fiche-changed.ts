import { topicOf } from '../../bus/change-bus.ts'
import type { FicheChange } from '../../domain/change.ts'
import { administered, readableFiches } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { ChangeInterface, type ToldChange } from '../subscription/change-fields.ts'
import { watch } from '../subscription/watch.ts'
import { FicheType } from './fiche.ts'

const FicheChangeType = builder.objectRef<FicheChange & ToldChange>('FicheChange').implement({
  description: 'Un changement d’une fiche.',
  interfaces: [ChangeInterface],
  fields: (t) => ({
    fields: t.stringList({
      description: 'Champs de Fiche dont la valeur a changé, par leur nom dans ce schéma. Exemple : statut.',
      resolve: ({ fields }) => [...fields],
    }),
    fiche: t.prismaField({
      type: FicheType,
      nullable: true,
      description:
        'La fiche telle qu’elle est maintenant ; null si ifChanged est donné et qu’aucun de ces champs n’a changé. Sous plusieurs alias, un abonnement ne relit ainsi que ce qui a changé.',
      args: {
        ifChanged: t.arg.stringList({ description: 'Noms de champs de Fiche. Exemple : ["pilotes", "referents"].' }),
      },
      resolve: (query, { ficheId, fields }, { ifChanged }, { prisma, viewer }) => {
        if (ifChanged && !fields.some((field) => ifChanged.includes(field))) return null
        return prisma.fiche.findFirst({ ...query, where: { AND: [{ id: ficheId }, readableFiches(viewer)] } })
      },
    }),
  }),
})

builder.subscriptionField('ficheChanged', (t) =>
  t.field({
    type: FicheChangeType,
    nullable: true,
    description:
      'Les changements d’une fiche, à mesure. Un dernier null dit qu’elle n’est plus lisible ; une fiche introuvable refuse l’abonnement (code NOT_FOUND).',
    args: { uuid: t.arg({ type: 'UUID', required: true, description: 'Identifiant universel de la fiche.' }) },
    subscribe: (_root, { uuid }, context) =>
      watch({
        context,
        kind: 'fiche',
        topic: topicOf({ kind: 'fiche', ficheId: uuid, fields: [] }),
        isReadable: async ({ prisma, viewer }) =>
          (await prisma.fiche.count({ where: { AND: [{ id: uuid }, readableFiches(viewer)] } })) > 0,
        // Who is given access is told to the admins.
        concerns: async ({ prisma, viewer }, { fields }) =>
          !(fields.length === 1 && fields[0] === 'octrois') ||
          (await prisma.fiche.count({ where: { AND: [{ id: uuid }, administered(viewer)] } })) > 0,
      }),
    resolve: (change) => change,
  }),
)
