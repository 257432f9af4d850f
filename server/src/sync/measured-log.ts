import { measures } from './measures.ts'
import { StorageError, type AppendGroup, type StorageTrouble, type UpdateLog } from './storage.ts'

/** A log whose statements are counted and timed. */
export function measuredLog(log: UpdateLog): UpdateLog {
  return {
    async append(groups, options) {
      const startedAt = performance.now()
      const tell = (trouble: StorageTrouble | null) =>
        measures.flush.publish({ ...weigh(groups), milliseconds: performance.now() - startedAt, trouble })
      try {
        const seqs = await log.append(groups, options)
        tell(null)
        return seqs
      } catch (error) {
        if (error instanceof StorageError) tell(error.trouble)
        throw error
      }
    },
    close: () => log.close(),
  }
}

function weigh(groups: readonly AppendGroup[]): { documents: number; updates: number; bytes: number } {
  let updates = 0
  let bytes = 0
  for (const { entries } of groups) {
    updates += entries.length
    for (const { update } of entries) bytes += update.length
  }
  return { documents: groups.length, updates, bytes }
}
