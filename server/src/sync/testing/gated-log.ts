import type { Appended, AppendGroup, UpdateLog } from '../storage.ts'
import { StorageError, type StorageTrouble } from '../storage.ts'

/** What happens to one flush: written, not written, or written with its answer lost on the way. */
export type FlushFate = 'written' | 'answerLost' | StorageTrouble

interface Flush {
  groups: readonly AppendGroup[]
  settle: (fate: FlushFate) => Promise<void>
}

/**
 * A real log behind a gate: the test decides when a flush happens, and whether it fails. It always waits for rows: where the
 * clock stands still, nobody would try again after an accidental meeting with the projection.
 */
export class GatedLog implements UpdateLog {
  readonly #log: UpdateLog
  /** Flushes that wait at the gate. */
  readonly waiting: Flush[] = []
  /** While true, flushes pass at once. */
  isOpen: boolean

  constructor({ log, isOpen }: { log: UpdateLog; isOpen: boolean }) {
    this.#log = log
    this.isOpen = isOpen
  }

  append(groups: readonly AppendGroup[]): Promise<Map<string, Appended>> {
    if (this.isOpen) return this.#log.append(groups)
    return new Promise((resolve, reject) => {
      const settle = async (fate: FlushFate) => {
        if (fate !== 'written' && fate !== 'answerLost') return reject(new StorageError(fate, 'injected'))
        try {
          const seqs = await this.#log.append(groups)
          if (fate === 'written') resolve(seqs)
          else reject(new StorageError('away', 'injected: the answer was lost'))
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      this.waiting.push({ groups, settle })
    })
  }

  /** Lets the flush that waits go to its fate; resolves when its outcome is known to the server. */
  async release(fate: FlushFate): Promise<void> {
    await this.waiting.shift()?.settle(fate)
    await settled()
  }

  close(): Promise<void> {
    return this.#log.close()
  }
}

/** Lets everything that only waits for itself run to its end. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
