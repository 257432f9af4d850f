import { readCursor, writeCursor } from './cursor.ts'
import { type PageArguments, readPage } from './page-arguments.ts'

interface WholeList<Row> {
  args: PageArguments
  /** Names the order in cursors. */
  name: string
  /** What the list is sorted by, ascending, compared as text; the two together are unique. */
  keyOf: (row: Row) => readonly [string, string]
}

/** One page of a list that is computed whole: a cursor keeps its place there though its row has gone. @throws GraphQLError BAD_USER_INPUT */
export function pageOfAll<Row>(rows: readonly Row[], { args, name, keyOf }: WholeList<Row>) {
  const { size, backward, cursor } = readPage(args)
  const edges = rows.map((node) => ({ node, key: keyOf(node) }))
  const bound = cursor === null ? null : readCursor(cursor, { order: name, length: 2 })
  const within = bound === null ? edges : edges.filter(({ key }) => (backward ? -1 : 1) * compare(key, bound) > 0)
  const page = backward ? within.slice(-size) : within.slice(0, size)
  const written = page.map(({ node, key }) => ({ node, cursor: writeCursor({ order: name, values: key }) }))
  const more = within.length > size
  return {
    edges: written,
    pageInfo: {
      hasNextPage: backward ? cursor !== null : more,
      hasPreviousPage: backward ? more : cursor !== null,
      startCursor: written.at(0)?.cursor ?? null,
      endCursor: written.at(-1)?.cursor ?? null,
    },
  }
}

function compare(a: readonly string[], b: readonly (string | null)[]): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? ''
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}
