import { Worker } from 'node:worker_threads'
import {
  MAX_FILE_BYTES,
  MAX_READINGS_AT_ONCE,
  MAX_WAITING_READINGS,
  READING_HEAP_MB,
  READING_TIMEOUT_MS,
} from './import-limits.ts'
import { ImportRefusedError, refusedFile, type ImportProblem } from './import-refused.ts'
import type { Workbook } from './sheet.ts'

/** What the thread answers. */
export type ReadingAnswer = { workbook: Workbook } | { problems: readonly ImportProblem[] }

const GAVE_UP = 'Ce classeur est trop lourd à lire : gardez la feuille du plan, sans ses lignes vides, et recommencez.'

/**
 * Reads a file in a thread of its own, with bounded memory and time: nobody's typing waits for it, and a hostile file
 * kills the thread only.
 * @throws ImportRefusedError
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  // Not worth a copy into the thread, which says the same of what is just under the limit.
  if (bytes.byteLength > MAX_FILE_BYTES) throw refusedFile(`Ce fichier dépasse ${MAX_FILE_BYTES / 1024 / 1024} Mo.`)

  return inTurn(() => readInThread(bytes))
}

const reading = { running: 0, waiting: new Array<() => void>() }

/** Runs a few readings at once; the others wait for their turn. */
async function inTurn<Result>(read: () => Promise<Result>): Promise<Result> {
  if (reading.running >= MAX_READINGS_AT_ONCE) {
    if (reading.waiting.length >= MAX_WAITING_READINGS) {
      throw refusedFile('Trop de fichiers sont lus en ce moment : recommencez dans une minute.')
    }
    await new Promise<void>((resume) => reading.waiting.push(resume))
  } else {
    reading.running += 1
  }
  try {
    return await read()
  } finally {
    // The turn is handed over as it is, so that nobody takes it in between.
    const next = reading.waiting.shift()
    if (next) next()
    else reading.running -= 1
  }
}

async function readInThread(bytes: Uint8Array): Promise<Workbook> {
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
