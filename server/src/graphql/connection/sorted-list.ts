import { readCursor, writeCursor } from './cursor.ts'
import { type PageArguments, badInput, readPage } from './page-arguments.ts'
import type { Direction, SortKey } from './sort-key.ts'

/** How a list is sorted. The last key is unique, so that two rows never tie. */
export interface SortedList<Row, Where, OrderBy> {
  /** Names the order in cursors. */
  name: string
  keys: readonly { key: SortKey<Row, Where, OrderBy>; direction: Direction }[]
  /** Rows of its largest page, where it is not that of most lists. */
  largestPage?: number
  every: (conditions: Where[]) => Where
  some: (conditions: Where[]) => Where
}

/** What to load for one page. */
export interface PageQuery<Where, OrderBy> {
  where: Where
  orderBy: OrderBy[]
  /** One row more than the page, which tells whether another follows. */
  take: number
}

interface Asked<Row, Where, OrderBy> {
  list: SortedList<Row, Where, OrderBy>
  args: PageArguments
}

interface AskedWithin<Row, Where, OrderBy> extends Asked<Row, Where, OrderBy> {
  /** Which rows the list is made of: what the viewer may read of it, and what they ask. */
  within: Where[]
}

/** What to load for one page, by keyset: the cost does not grow with how far the page is. @throws GraphQLError BAD_USER_INPUT */
export function pageQuery<Row, Where, OrderBy>({
  list,
  args,
  within,
}: AskedWithin<Row, Where, OrderBy>): PageQuery<Where, OrderBy> {
  const { size, backward, cursor } = readPage(args, list.largestPage)
  const start = cursor === null ? [] : [beyond(list, { values: readValues(list, cursor), backward })]
  return {
    where: list.every([...within, ...start]),
    orderBy: list.keys.map(({ key, direction }) =>
      backward ? key.orderBy(opposite(direction), 'first') : key.orderBy(direction, 'last'),
    ),
    take: size + 1,
  }
}

/** The connection that answers a page, from what `pageQuery` loaded. */
export function pageOf<Row, Where, OrderBy>({ list, args }: Asked<Row, Where, OrderBy>, loaded: readonly Row[]) {
  const { size, backward, cursor } = readPage(args, list.largestPage)
  const more = loaded.length > size
  const rows = loaded.slice(0, size)
  if (backward) rows.reverse()
  const edges = rows.map((node) => ({
    node,
    // Written when asked: most pages ask those of their ends only.
    get cursor() {
      return cursorOf(list, node)
    },
  }))
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? cursor !== null : more,
      hasPreviousPage: backward ? more : cursor !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** Loads one page of a list and answers its connection. */
export async function loadPage<Row, Where, OrderBy>(
  asked: AskedWithin<Row, Where, OrderBy>,
  load: (query: PageQuery<Where, OrderBy>) => Promise<Row[]>,
) {
  return pageOf(asked, await load(pageQuery(asked)))
}

function cursorOf<Row, Where, OrderBy>({ name, keys }: SortedList<Row, Where, OrderBy>, row: Row): string {
  return writeCursor({ order: name, values: keys.map(({ key }) => key.read(row)) })
}

function readValues<Row, Where, OrderBy>({ name, keys }: SortedList<Row, Where, OrderBy>, cursor: string) {
  const values = readCursor(cursor, { order: name, length: keys.length })
  const readable = keys.every(({ key }, index) => {
    const value = values[index]
    return value == null ? key.isNull !== undefined : key.accepts(value)
  })
  if (!readable) throw badInput('Ce curseur n’est pas lisible.')
  return values
}

interface Start {
  values: readonly (string | null)[]
  backward: boolean
}

/** Rows after the values in the order: equal on the first keys, beyond on the next one. */
function beyond<Row, Where, OrderBy>(list: SortedList<Row, Where, OrderBy>, { values, backward }: Start): Where {
  const branches = list.keys.flatMap(({ key, direction }, index) => {
    const next = beyondKey(key, { value: values[index] ?? null, direction, backward, list })
    if (next === null) return []
    const equal = list.keys.slice(0, index).map((previous, at) => previous.key.equals(values[at] ?? null))
    return [list.every([...equal, next])]
  })
  return list.every([...startOfIndex(list, { values, backward }), list.some(branches)])
}

/** What the branches of `beyond` have in common, which no index can be asked otherwise: without it, the rows before the page are all read. */
function startOfIndex<Row, Where, OrderBy>(
  { keys: [first] }: SortedList<Row, Where, OrderBy>,
  { values: [value = null], backward }: Start,
): Where[] {
  if (!first || value === null || (first.key.isNull && !backward)) return []
  return [first.key.from((first.direction === 'asc') === backward ? 'lte' : 'gte', value)]
}

function beyondKey<Row, Where, OrderBy>(
  key: SortKey<Row, Where, OrderBy>,
  {
    value,
    direction,
    backward,
    list,
  }: { value: string | null; direction: Direction; backward: boolean; list: SortedList<Row, Where, OrderBy> },
): Where | null {
  if (value === null) return backward && key.notNull ? key.notNull : null
  const forward = key.beyond((direction === 'asc') === backward ? 'lt' : 'gt', value)
  return !backward && key.isNull ? list.some([forward, key.isNull]) : forward
}

function opposite(direction: Direction): Direction {
  return direction === 'asc' ? 'desc' : 'asc'
}
