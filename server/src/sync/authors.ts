import type { Pool } from 'pg'
import type * as Y from 'yjs'
import { z } from 'zod'
import { shownRuns, type ShownRun } from './quiet-text.ts'

/** Who wrote a run of a field's characters. */
export interface AuthoredRange {
  /** In the field's text: `from` included, `to` excluded. */
  from: number
  to: number
  /** null: the server itself. */
  userId: string | null
  /** When, to within `WRITING_TIME_MS`; null for what was written before this was kept. */
  at: Date | null
}

/** Since when a client wrote, from each of these clocks on. In the order of the clocks. */
export type ClientTimes = ReadonlyMap<number, readonly { clock: number; at: Date }[]>

const timeRows = z.array(z.object({ client_id: z.coerce.number(), clock: z.coerce.number(), at: z.date() }))

/** When the clients of a document wrote. */
export async function readClientTimes(pool: Pick<Pool, 'query'>, documentId: string): Promise<ClientTimes> {
  const { rows } = await pool.query(
    'SELECT client_id::text, clock::text, at FROM document_writing WHERE document_id = $1 ORDER BY client_id, clock',
    [documentId],
  )
  const times = new Map<number, { clock: number; at: Date }[]>()
  for (const { client_id: client, clock, at } of timeRows.parse(rows)) {
    const known = times.get(client)
    if (known) known.push({ clock, at })
    else times.set(client, [{ clock, at }])
  }
  return times
}

/**
 * Who wrote each character that a field shows, in its order; neighbours of one author and time are one range. It stands on
 * what outlives the log: the document itself, the owners of its clients, and when they wrote.
 */
export function authorsOf(
  field: string,
  { doc, owners, times }: { doc: Y.Doc; owners: ReadonlyMap<number, string | null>; times: ClientTimes },
): AuthoredRange[] {
  const ranges: AuthoredRange[] = []
  for (const run of shownRuns(doc, field)) {
    const userId = owners.get(run.client) ?? null
    for (const { length, at } of cutByTime(run, times.get(run.client) ?? [])) {
      const last = ranges.at(-1)
      const from = last?.to ?? 0
      if (last && last.userId === userId && last.at?.getTime() === at?.getTime()) last.to = from + length
      else ranges.push({ from, to: from + length, userId, at })
    }
  }
  return ranges
}

function* cutByTime(
  { clock, length }: ShownRun,
  times: readonly { clock: number; at: Date }[],
): Generator<{ length: number; at: Date | null }> {
  const end = clock + length
  let next = times.findIndex((time) => time.clock > clock)
  if (next === -1) next = times.length
  for (let from = clock; from < end; next++) {
    const to = Math.min(end, times[next]?.clock ?? end)
    yield { length: to - from, at: times[next - 1]?.at ?? null }
    from = to
  }
}
