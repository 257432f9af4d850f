import { generate } from './generate.ts'
import { memoryOf, peakMemory } from './process-memory.ts'
import { less, more, type Row } from './row.ts'
import { seatsAt } from './target.ts'

const READERS = 10
const PASTED_BYTES = 10_000_000
/** Longer than our server waits for a slow reader, and for its own beat to find it. */
const TYPING_SECONDS = 15
/** What is kept for readers is told from what the paste itself took: that is given back once nobody writes. */
const STILL_SECONDS = 20

const stuckRow: Row = {
  name: 'stuck',
  title: `${READERS} readers that take nothing, 10 MB pasted`,
  figures: [
    less('kept', 'memory kept', 40, 'MiB'),
    less('peak', 'memory at the most', null, 'MiB'),
    more('closed', 'readers closed', READERS, ''),
  ],
  async measure(target) {
    const documents = await target.createDocuments(1)
    const [writer, ...readers] = seatsAt(target, { documents, count: READERS + 1 })
    if (!writer) throw new Error('the writer has a seat')
    const before = memoryOf(target.pid)
    let kept = Number.NaN
    // Before the readers read again.
    const looking = setTimeout(() => (kept = memoryOf(target.pid) - before), (TYPING_SECONDS + STILL_SECONDS) * 1000)
    const job = {
      kind: 'stuck' as const,
      readers,
      writer,
      pastedBytes: PASTED_BYTES,
      typingSeconds: TYPING_SECONDS,
      stillSeconds: STILL_SECONDS,
    }
    const { result, peakMib } = await peakMemory(target.pid, () => generate(job))
    clearTimeout(looking)
    return { kept, peak: peakMib - before, closed: result.closed }
  },
}

export const stuckRows: readonly Row[] = [stuckRow]
