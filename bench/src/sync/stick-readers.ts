import { setTimeout as sleep } from 'node:timers/promises'
import type { JobOf, ResultOf } from './jobs.ts'
import { LightClient, seatAll } from './light-client.ts'
import { pastedText } from './write-history.ts'

/** Readers that take nothing while a colleague pastes a long text, then types on. */
export async function stickReaders(job: JobOf<'stuck'>): Promise<ResultOf<'stuck'>> {
  const readers = await seatAll(job.readers)
  for (const reader of readers) reader.stopReading()
  const writer = await new LightClient(job.writer).synced()
  writer.sendUpdate(pastedText(job.pastedBytes))
  // A server sees that a reader is stuck when it has something more for it.
  const typing = setInterval(() => writer.type(), 100)
  await sleep(job.typingSeconds * 1000)
  clearInterval(typing)
  await sleep(job.stillSeconds * 1000)
  // One who reads again hears that it was closed; one who was not has everything that was kept for it.
  const closed = readers.map(
    (reader) =>
      new Promise<boolean>((resolve) => {
        reader.onClosed = () => resolve(true)
        reader.readAgain()
        setTimeout(() => resolve(reader.isClosed), HEARING_MS)
      }),
  )
  return { closed: (await Promise.all(closed)).filter(Boolean).length }
}

const HEARING_MS = 3000
