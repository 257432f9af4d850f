import { generate } from './generate.ts'
import { JOINERS, timeJoiners } from './join-together.ts'
import { less, type Row } from './row.ts'
import { seatsAt } from './target.ts'

/** All of the trace, as a writer who is saved every two hundred edits sends it. */
const EDITS = 259_778
const FRAMES = 1_300
const JOINS = 15

/** Coming to a document with a long history: while it is loaded, all at once, and first after a restart. */
const joinRow: Row = {
  name: 'join',
  title: 'join a document of 260,000 edits',
  figures: [
    less('warm', 'warm, p50', 60),
    { ...less('fifty', `${JOINERS} at once, p95`, 150), limit: 'joinersP95Ms' },
    less('cold', 'after a restart', 150),
    less('early', 'told of nothing first', 0, ''),
    less('kib', 'sent', null, 'KiB'),
  ],
  async measure(target) {
    const documents = await target.createDocuments(1)
    const [seat] = seatsAt(target, { documents, count: 1 })
    if (!seat) throw new Error('the writer has a seat')
    const { characters } = await generate({ kind: 'write', seat, edits: EDITS, frames: FRAMES })
    const look = async ({ count, isCold = false }: { count: number; isCold?: boolean }) =>
      generate({
        kind: 'join',
        seats: seatsAt(target, { documents, count }),
        together: false,
        keepsLoaded: !isCold,
        applies: true,
        characters,
      })
    const warm = await look({ count: JOINS })
    const fifty = await timeJoiners(seatsAt(target, { documents, count: JOINERS }))
    await target.restart()
    const cold = await look({ count: 1, isCold: true })
    const early = warm.early + cold.early
    return { warm: warm.p50, fifty, cold: cold.p50, early, kib: warm.bytes / 1024 }
  },
}

export const joinRows: readonly Row[] = [joinRow]
