import { encodeGlobalID } from '@pothos/plugin-relay'
import type { GraphQLResolveInfo } from 'graphql'
import type { FeedName } from '../../domain/feed/audiences.ts'
import { FeedLostError, type ReadChange, readChanges } from '../../domain/feed/read-changes.ts'
import { builder } from '../builder.ts'
import { readPage } from '../connection/page-arguments.ts'
import type { GraphqlContext } from '../context.ts'
import { lostCursor, readPlace, writePlace } from './change-cursor.ts'
import { type Conditions, loadObjets, type Objet, ObjetSuivi } from './changed-objets.ts'

interface Changement extends Omit<ReadChange, 'positions'> {
  /** null: gone, or hidden. */
  objet: Objet | null
}

interface ChangePageShape {
  edges: { cursor: string; node: Changement }[]
  hasNextPage: boolean
  /** Whether it begins after a cursor. */
  isFollowing: boolean
}

const ChangementObject = builder.objectRef<Changement>('Changement').implement({
  description:
    'Le dernier changement d’un objet. Il dit ce que l’objet est maintenant ; s’il n’est plus, ou s’il ne vous est plus montré, rien que son type, son identifiant et le moment.',
  fields: (t) => ({
    type: t.exposeString('type', { description: 'Nom de son type dans l’API.' }),
    id: t.id({
      description: 'Identifiant global, opaque : celui de l’objet.',
      resolve: ({ type, id }) => encodeGlobalID(type, id),
    }),
    at: t.expose('at', {
      type: 'DateTime',
      description: 'Quand le serveur a vu le changement : une minute au plus après qu’il a été fait.',
    }),
    objet: t.field({
      type: ObjetSuivi,
      nullable: true,
      description: 'L’objet tel qu’il est maintenant ; null s’il n’est plus, ou s’il ne vous est plus montré.',
      resolve: ({ objet }) => objet,
    }),
  }),
})

const ChangeEdge = builder.objectRef<ChangePageShape['edges'][number]>('ChangeEdge').implement({
  description: 'Un changement dans une page.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { description: 'À donner à after pour continuer à partir d’ici.' }),
    node: t.field({ type: ChangementObject, description: 'Le changement.', resolve: ({ node }) => node }),
  }),
})

const ChangePage = builder.objectRef<ChangePageShape>('ChangePage').implement({
  description:
    'Une page de changements, dans l’ordre où le serveur les a vus. Se lit en avançant : chaque curseur vaut aussi longtemps que la clé, et reprend là où il en était.',
  fields: (t) => ({
    edges: t.field({
      type: [ChangeEdge],
      description: 'Les changements de la page, chacun avec son curseur.',
      resolve: ({ edges }) => edges,
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Où en est la page. Quand elle est vide, gardez le curseur que vous aviez.',
      resolve: ({ edges, hasNextPage, isFollowing }) => ({
        hasNextPage,
        hasPreviousPage: isFollowing,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      }),
    }),
  }),
})

/** A field that answers the changes of some feeds, page by page. */
export function changesField(name: string, { description, feedsOf, seen }: ChangesField): void {
  builder.queryField(name, (t) =>
    t.field({
      type: ChangePage,
      description,
      args: {
        first: t.arg.int({ required: true, description: 'Nombre de changements voulus, de 1 à 100.' }),
        after: t.arg.string({ description: 'Ceux qui viennent après ce curseur ; sans lui, tout ce qui se voit.' }),
      },
      resolve: (_root, args, context, info) => answer(name, { args, feeds: feedsOf(context), seen, context, info }),
    }),
  )
}

interface ChangesField {
  description: string
  feedsOf: (context: GraphqlContext) => FeedName[]
  /** By what conditions what is told is loaded. */
  seen: Conditions
}

interface Asked {
  args: { first: number; after?: string | null | undefined }
  feeds: FeedName[]
  seen: Conditions
  context: GraphqlContext
  info: GraphQLResolveInfo
}

async function answer(name: string, { args, feeds, seen, context, info }: Asked): Promise<ChangePageShape> {
  const { size, cursor } = readPage(args)
  const { prisma, viewer } = context
  const { changes, hasMore } = await readChanges(prisma, {
    feeds,
    viewer,
    size,
    after: cursor === null ? null : readPlace(cursor, { order: name, feeds: feeds.length }),
    notBefore: viewer?.userId === null ? viewer.key.createdAt : null,
  }).catch((error: unknown) => {
    throw error instanceof FeedLostError ? lostCursor() : error
  })
  // What one feed of several shows no more may still be shown by another.
  const told = feeds.length > 1 ? changes : changes.filter(({ shown }) => shown)
  const objets = await loadObjets({ context, info, seen }, told)
  return {
    edges: changes.map(({ positions, ...change }) => ({
      cursor: writePlace(positions, { order: name }),
      // What was hidden since it was judged is told so now, and again.
      node: { ...change, objet: objets.get(change.id) ?? null },
    })),
    hasNextPage: hasMore,
    isFollowing: cursor !== null,
  }
}
