import { parentPort, workerData } from 'node:worker_threads'
import { ImportRefusedError } from './import-refused.ts'
import { parseWorkbook } from './parse-workbook.ts'
import type { ReadingAnswer } from './read-workbook.ts'

// The thread's whole life: read the file that it was started with, answer once.
if (!(workerData instanceof Uint8Array)) throw new TypeError('this thread is started with the bytes of a file')
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that rule is for windows, this is a thread
parentPort?.postMessage(await answerFor(workerData))

async function answerFor(bytes: Uint8Array): Promise<ReadingAnswer> {
  try {
    return { workbook: await parseWorkbook(bytes) }
  } catch (error) {
    if (error instanceof ImportRefusedError) return { problems: error.problems }
    throw error
  }
}
