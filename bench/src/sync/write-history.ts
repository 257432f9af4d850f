import * as Y from 'yjs'
import type { JobOf, ResultOf } from './jobs.ts'
import { LightClient } from './light-client.ts'
import { FIELD } from './seat.ts'
import { traceUpdates } from './trace-updates.ts'

const FRAMES_AT_ONCE = 64
/** Kept under what one connection may send per second (`MAX_FRAMES_PER_SECOND`). */
const FRAMES_PER_SECOND = 400
const LOOK_AGAIN_MS = 5
/** What the writer's server has not shown by then, it lost. */
const PATIENCE_MS = 120_000

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Writes a real history into a document, and waits until a colleague has seen the last of it. */
export async function writeHistory({ seat, edits, frames }: JobOf<'write'>): Promise<ResultOf<'write'>> {
  const { updates, characters } = traceUpdates({ edits, frames })
  const milliseconds = await sendAll(seat, updates)
  return { characters, milliseconds }
}

/** Pastes that many characters at once, and waits until a colleague has them. */
export async function paste({ seat, bytes }: JobOf<'paste'>): Promise<ResultOf<'paste'>> {
  return { milliseconds: await sendAll(seat, [pastedText(bytes)]) }
}

/** The update of a paste. */
export function pastedText(bytes: number): Uint8Array {
  const doc = new Y.Doc()
  doc.getText(FIELD).insert(0, 'Une phrase. '.repeat(Math.ceil(bytes / 12)).slice(0, bytes))
  return Y.encodeStateAsUpdate(doc)
}

/** Answers the time until all was seen, without the pauses that the server's limits ask for. */
async function sendAll(seat: JobOf<'write'>['seat'], updates: readonly Uint8Array[]): Promise<number> {
  const writer = await new LightClient(seat).synced()
  const colleague = await new LightClient(seat).synced()
  const ends = updates.map(endOf)
  const seen = { clock: 0 }
  const author = ends[0]?.client
  colleague.onSeen = (client, _from, to) => {
    if (client === author) seen.clock = Math.max(seen.clock, to)
  }
  let milliseconds = 0
  const isSeen = async (last: number): Promise<void> => {
    const since = performance.now()
    while (seen.clock < last) {
      if (performance.now() - since > PATIENCE_MS) throw new Error('what was written is not shown')
      await wait(LOOK_AGAIN_MS)
    }
  }
  for (let from = 0; from < updates.length; from += FRAMES_AT_ONCE) {
    const start = performance.now()
    for (const update of updates.slice(from, from + FRAMES_AT_ONCE)) writer.sendUpdate(update)
    await isSeen(Math.max(0, ...ends.slice(from, from + FRAMES_AT_ONCE).map(({ clock }) => clock)))
    const taken = performance.now() - start
    milliseconds += taken
    await wait(Math.max(0, (FRAMES_AT_ONCE * 1000) / FRAMES_PER_SECOND - taken))
  }
  writer.close()
  colleague.close()
  return milliseconds
}

/** The clock that the author has reached; 0 when the update only deletes. */
function endOf(update: Uint8Array): { client: number | undefined; clock: number } {
  const [[client, clock] = [undefined, 0]] = Y.parseUpdateMeta(update).to
  return { client, clock }
}
