import { GraphQLError } from 'graphql'
import type { FeedPosition } from '../../domain/feed/read-changes.ts'
import { readCursor, writeCursor } from '../connection/cursor.ts'
import { isUuid } from '../global-id.ts'

const PARTS = 3
const NUMBER = /^\d{1,18}$/

/** A place in feeds, as a cursor. Numbers are of what its reader has seen: they say nothing of what is kept from them. */
export function writePlace(positions: readonly FeedPosition[], { order }: { order: string }): string {
  return writeCursor({ order, values: positions.flatMap(({ epoch, since, seq }) => [epoch, `${since}`, `${seq}`]) })
}

/** @throws GraphQLError BAD_USER_INPUT for what is no cursor of this list, CURSOR_LOST for one that cannot be */
export function readPlace(cursor: string, { order, feeds }: { order: string; feeds: number }): FeedPosition[] {
  const values = readCursor(cursor, { order })
  // Whoever is of another collectivité since then follows other feeds.
  if (values.length !== feeds * PARTS) throw lostCursor()
  return Array.from({ length: feeds }, (_, at) => {
    const [epoch = null, since = null, seq = null] = values.slice(at * PARTS, (at + 1) * PARTS)
    if (epoch === null || since === null || seq === null) throw lostCursor()
    if (!isUuid(epoch) || !NUMBER.test(since) || !NUMBER.test(seq)) throw lostCursor()
    return { epoch, since: BigInt(since), seq: BigInt(seq) }
  })
}

/** What was followed is no more: a restored database, another role. */
export function lostCursor(): GraphQLError {
  return new GraphQLError(
    'Ce curseur ne vaut plus : reprenez depuis le début, sans after, et oubliez ce que vous aviez.',
    {
      extensions: { code: 'CURSOR_LOST' },
    },
  )
}
