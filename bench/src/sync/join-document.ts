import * as Y from 'yjs'
import type { JobOf, ResultOf } from './jobs.ts'
import { LightClient } from './light-client.ts'
import { quantile } from './quantile.ts'
import { FIELD, type Seat } from './seat.ts'

interface Joined {
  milliseconds: number
  bytes: number
  characters: number
}

/** From asking for the websocket to holding the document: one after the other, or all at once. */
export async function join({
  seats,
  together,
  applies,
  keepsLoaded,
  characters,
}: JobOf<'join'>): Promise<ResultOf<'join'>> {
  // Some servers let a document go when nobody looks at it: what is loaded stays so while it is measured.
  const resident = keepsLoaded ? await new LightClient(seatOf(seats)).synced() : null
  const joined: Joined[] = []
  if (together) joined.push(...(await Promise.all(seats.map((seat) => joinAs(seat, applies)))))
  else for (const seat of seats) joined.push(await joinAs(seat, applies))
  resident?.close()
  const early = joined.filter((each) => each.characters < characters).length
  // Whoever is told of nothing has not joined.
  const times = early > 0 ? [] : joined.map(({ milliseconds }) => milliseconds)
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    bytes: joined[0]?.bytes ?? 0,
    characters: joined[0]?.characters ?? 0,
    early,
  }
}

function seatOf([seat]: readonly Seat[]): Seat {
  if (!seat) throw new Error('somebody joins')
  return seat
}

async function joinAs(seat: Seat, applies: boolean): Promise<Joined> {
  const start = performance.now()
  const client = await new LightClient(seat).synced()
  const doc = new Y.Doc()
  if (applies) Y.applyUpdate(doc, client.document)
  const milliseconds = (applies ? performance.now() : client.syncedAt) - start
  client.close()
  if (!applies) return { milliseconds, bytes: client.document.length, characters: Infinity }
  return { milliseconds, bytes: client.document.length, characters: doc.getText(FIELD).length }
}
