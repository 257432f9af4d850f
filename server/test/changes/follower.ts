import { z } from 'zod'
import type { GraphqlApp } from '../graphql-app.ts'
import { CONTENT } from './content.ts'

const pageShape = z.object({
  edges: z.array(
    z.object({
      node: z.object({
        type: z.string(),
        id: z.string(),
        at: z.string(),
        objet: z.looseObject({ __typename: z.string(), id: z.string() }).nullable(),
      }),
    }),
  ),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
})

export type ChangesField = 'changes' | 'changesPublics'

/** How it asks: by a key, or by a session; as nobody without either. */
interface Asker {
  apiKey?: string | null
  cookie?: string | null
}

/** A client that keeps a copy of what it is shown, by nothing but pages of changes. */
export class Follower {
  readonly #app: GraphqlApp
  readonly #field: ChangesField
  readonly #asker: Asker
  /** What it holds, by `Type id`. */
  readonly held = new Map<string, string>()
  /** What it was told to be gone, in order. */
  readonly gone: string[] = []
  cursor: string | null = null

  constructor({ app, field, ...asker }: { app: GraphqlApp; field: ChangesField } & Asker) {
    this.#app = app
    this.#field = field
    this.#asker = asker
  }

  /** Applies one page; answers whether another follows. */
  async pull(first: number): Promise<boolean> {
    const { data, errors } = await this.#app.query({
      query: `query ($first: Int!, $after: String) { page: ${this.#field}(first: $first, after: $after) {
        edges { node { type id at objet { __typename ${CONTENT} } } } pageInfo { hasNextPage endCursor } } }`,
      variables: { first, after: this.cursor },
      ...this.#asker,
    })
    if (errors.length > 0) throw new Error(`a page was not answered: ${JSON.stringify(errors)}`)
    const { edges, pageInfo } = z.object({ page: pageShape }).parse(data).page
    for (const { node } of edges) {
      const key = `${node.type} ${node.id}`
      if (node.objet) this.held.set(key, JSON.stringify(node.objet))
      else {
        this.held.delete(key)
        this.gone.push(key)
      }
    }
    this.cursor = pageInfo.endCursor ?? this.cursor
    return pageInfo.hasNextPage
  }

  /** Until nothing follows. */
  async catchUp(first = 40): Promise<void> {
    while (await this.pull(first));
  }
}
