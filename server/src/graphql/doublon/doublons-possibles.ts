import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Fiche } from '@pupitre/prisma'
import { MAX_COMPARED, MAX_DOUBLONS } from '../../domain/doublon/doublon-rules.ts'
import { type DoublonPossible, doublonsPossibles } from '../../domain/doublon/doublons-possibles.ts'
import { readableFiches } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { pageOfAll } from '../connection/page-of-all.ts'
import { FicheType } from '../fiche/fiche.ts'
import { ProximiteInterface } from './raison.ts'

/** What it costs to compare all the fiches of a collectivité, in fields answered: two collectivités at once, not twenty. */
const COST = 15_000

interface Doublon extends DoublonPossible {
  fiche: Fiche
  autre: Fiche
}

const DoublonPossibleObject = builder.objectRef<Doublon>('DoublonPossible').implement({
  description: 'Deux fiches qui décrivent peut-être la même action.',
  interfaces: [ProximiteInterface],
  fields: (t) => ({
    fiche: t.field({ type: FicheType, description: 'L’une des deux.', resolve: ({ fiche }) => fiche }),
    autre: t.field({ type: FicheType, description: 'L’autre.', resolve: ({ autre }) => autre }),
  }),
})

const DoublonPossibleConnection = builder.connectionObject(
  { type: DoublonPossibleObject, name: 'DoublonPossibleConnection', description: 'Une page de doublons possibles.' },
  { name: 'DoublonPossibleEdge', description: 'Un doublon possible dans une page.' },
)

builder.prismaObjectField(CollectiviteObject, 'doublonsPossibles', (t) =>
  t.connection(
    {
      type: DoublonPossibleObject,
      description: `Les paires de fiches que vous pouvez lire et qui décrivent peut-être la même action, les plus proches d’abord, ${MAX_DOUBLONS} au plus, parmi les ${MAX_COMPARED} fiches changées en dernier. Sans celles qui sont déjà liées comme doublons, ni celles qui ont été écartées.`,
      complexity: ({ first, last }) => ({ field: COST, multiplier: first ?? last ?? 1 }),
      resolve: async ({ id }, args, context, info) => {
        const { prisma, viewer } = context
        const { edges, pageInfo } = pageOfAll(await doublonsPossibles({ prisma, viewer }, id), {
          args,
          name: 'SCORE desc',
          keyOf: ({ score, ficheId, autreId }) => [(1 - score).toFixed(2), ficheId + autreId],
        })
        const load = (end: 'fiche' | 'autre', ids: string[]) =>
          prisma.fiche.findMany({
            ...queryFromInfo({ context, info, path: ['edges', 'node', end] }),
            where: { AND: [{ id: { in: ids } }, readableFiches(viewer)] },
          })
        const [fiches, autres] = await Promise.all([
          load(
            'fiche',
            edges.map(({ node }) => node.ficheId),
          ),
          load(
            'autre',
            edges.map(({ node }) => node.autreId),
          ),
        ])
        const [ficheOf, autreOf] = [byId(fiches), byId(autres)]
        return {
          pageInfo,
          edges: edges.flatMap(({ node, cursor }) => {
            const [fiche, autre] = [ficheOf.get(node.ficheId), autreOf.get(node.autreId)]
            return fiche && autre ? [{ cursor, node: { ...node, fiche, autre } }] : []
          }),
        }
      },
    },
    DoublonPossibleConnection,
  ),
)

function byId(fiches: readonly Fiche[]): ReadonlyMap<string, Fiche> {
  return new Map(fiches.map((fiche) => [fiche.id, fiche]))
}
