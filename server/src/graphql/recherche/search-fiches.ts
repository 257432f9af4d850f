import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Fiche } from '@pupitre/prisma'
import { MAX_FOUND, searchFiches } from '../../domain/recherche/search-fiches.ts'
import { ValidationError } from '../../domain/errors.ts'
import { builder } from '../builder.ts'
import { badInput } from '../connection/page-arguments.ts'
import { FicheType } from '../fiche/fiche.ts'

const FicheTrouvee = builder.objectRef<{ fiche: Fiche; extrait: string | null }>('FicheTrouvee').implement({
  description: 'Une fiche trouvée par ses textes.',
  fields: (t) => ({
    fiche: t.field({ type: FicheType, description: 'La fiche.', resolve: ({ fiche }) => fiche }),
    extrait: t.exposeString('extrait', {
      nullable: true,
      description: 'Un passage où se trouve un mot cherché ; null s’il n’y en a que dans le titre.',
    }),
  }),
})

builder.queryField('searchFiches', (t) =>
  t.field({
    type: [FicheTrouvee],
    description:
      'Les fiches que vous pouvez lire et dont les textes contiennent tous les mots : d’abord celles dont le titre les contient tous, puis les plus proches. Sans tenir compte des accents, des majuscules ni des terminaisons ; le dernier mot peut être inachevé.',
    args: {
      recherche: t.arg.string({
        required: true,
        description: 'Les mots cherchés, 200 caractères au plus. Exemple : haies bocag',
      }),
      first: t.arg.int({ required: true, description: `Nombre de fiches, ${MAX_FOUND} au plus.` }),
    },
    resolve: async (_root, input, context, info) => {
      const { prisma, viewer } = context
      const found = await searchFiches({ prisma, viewer }, input).catch((error: unknown) => {
        throw error instanceof ValidationError ? badInput(error.message) : error
      })
      const fiches = await prisma.fiche.findMany({
        ...queryFromInfo({ context, info, path: ['fiche'] }),
        where: { id: { in: found.map(({ id }) => id) } },
      })
      const byId = new Map(fiches.map((fiche) => [fiche.id, fiche]))
      return found.flatMap(({ id, extrait }) => {
        const fiche = byId.get(id)
        return fiche ? [{ fiche, extrait }] : []
      })
    },
  }),
)
