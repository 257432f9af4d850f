import { Worker } from 'node:worker_threads'
import { MAX_FILE_BYTES, READING_HEAP_MB, READING_TIMEOUT_MS } from './import-limits.ts'
import { ImportRefusedError, refusedFile, type ImportProblem } from './import-refused.ts'
import type { Workbook } from './sheet.ts'

/** What the thread answers. */
export type ReadingAnswer = { workbook: Workbook } | { problems: readonly ImportProblem[] }

const GAVE_UP = 'Ce classeur est trop lourd à lire : gardez la feuille du plan, sans ses lignes vides, et recommencez.'

/**
 * Reads a file in a thread of its own, with bounded memory and time: nobody's typing waits for it, and a hostile file
 * kills the thread only.
 * @throws ImportRefusedError
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  // Not worth a copy into the thread, which says the same of what is just under the limit.
  if (bytes.byteLength > MAX_FILE_BYTES) throw refusedFile(`Ce fichier dépasse ${MAX_FILE_BYTES / 1024 / 1024} Mo.`)

  const worker = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: READING_HEAP_MB },
  })
  try {
    const answer = await firstAnswer(worker)
    if ('problems' in answer) throw new ImportRefusedError(answer.problems)
    return answer.workbook
  } finally {
    await worker.terminate()
  }
}

function firstAnswer(worker: Worker): Promise<ReadingAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(refusedFile(GAVE_UP)), READING_TIMEOUT_MS)
    worker.once('message', (answer: ReadingAnswer) => {
      clearTimeout(timer)
      resolve(answer)
    })
    worker.once('error', (error) => {
      clearTimeout(timer)
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(outOfMemory ? refusedFile(GAVE_UP) : error)
    })
  })
}
