import { queryFromInfo } from '@pothos/plugin-prisma'
import { firstSimilarSchema, MAX_SIMILAR } from '../../domain/doublon/doublon-rules.ts'
import { similarToTitre } from '../../domain/doublon/similar-to-titre.ts'
import { ValidationError } from '../../domain/errors.ts'
import { builder } from '../builder.ts'
import { badInput } from '../connection/page-arguments.ts'
import { FicheType } from '../fiche/fiche.ts'
import { uuidOf } from '../global-id.ts'
import { ProximiteInterface } from './raison.ts'
import { loadSimilar, type SimilarFiche } from './similar-fiches-loader.ts'

/** What it costs to look for the fiches close to one, in fields answered: a page of 100 fiches may ask for them. */
const COST = 200

const SimilarFicheObject = builder.objectRef<SimilarFiche>('SimilarFiche').implement({
  description: 'Une fiche proche d’une autre.',
  interfaces: [ProximiteInterface],
  fields: (t) => ({
    fiche: t.field({ type: FicheType, description: 'La fiche.', resolve: ({ fiche }) => fiche }),
  }),
})

const FIRST = `Nombre de fiches, ${MAX_SIMILAR} au plus.`

builder.prismaObjectField(FicheType, 'similarFiches', (t) =>
  t.field({
    type: [SimilarFicheObject],
    description: `Les fiches de la même collectivité que vous pouvez lire, de n’importe quels plans, et qui ressemblent à celle-ci, ${MAX_SIMILAR} au plus, les plus proches d’abord. Sans celles qui sont déjà liées comme doublons, ni celles qui ont été écartées.`,
    complexity: ({ first }) => ({ field: COST, multiplier: first }),
    args: { first: t.arg.int({ required: true, description: FIRST }) },
    resolve: ({ id: ficheId }, { first }, context, info) =>
      context.loaders.similarFiches.load({
        ficheId,
        first: readFirst(first),
        query: queryFromInfo({ context, info, path: ['fiche'] }),
      }),
  }),
)

builder.queryField('similarFiches', (t) =>
  t.field({
    type: [SimilarFicheObject],
    description: `Les fiches que vous pouvez lire et qui ressemblent à celle que l’on crée, par le titre que l’on tape, ${MAX_SIMILAR} au plus ; vide si le plan ne peut être lu.`,
    complexity: ({ first }) => ({ field: COST, multiplier: first }),
    args: {
      planId: t.arg.id({ required: true, description: 'Le plan où l’on crée une fiche.' }),
      titre: t.arg.string({ required: true, description: 'Son titre, même inachevé, 300 caractères au plus.' }),
      first: t.arg.int({ required: true, description: FIRST }),
    },
    resolve: async (_root, { planId, titre, first }, context, info) => {
      const { prisma, viewer } = context
      const max = readFirst(first)
      const similar = await similarToTitre({ prisma, viewer }, { planId: uuidOf('Plan', planId), titre }).catch(
        (error: unknown) => {
          throw error instanceof ValidationError ? badInput(error.message) : error
        },
      )
      return loadSimilar(
        { prisma, viewer },
        { similar: similar.slice(0, max), query: queryFromInfo({ context, info, path: ['fiche'] }) },
      )
    },
  }),
)

function readFirst(first: number): number {
  const read = firstSimilarSchema.safeParse(first)
  if (!read.success) throw badInput(`On demande de 1 à ${MAX_SIMILAR} fiches.`)
  return read.data
}
