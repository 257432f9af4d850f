import { countFrames } from './count-frames.ts'
import { join } from './join-document.ts'
import { type Job, jobSchema } from './jobs.ts'
import { stickReaders } from './stick-readers.ts'
import { typeFaster, typeTogether } from './type-together.ts'
import { paste, writeHistory } from './write-history.ts'

/** The process that makes the load: it takes one job, answers it, and ends. */
function run(job: Job): Promise<unknown> {
  switch (job.kind) {
    case 'typing':
      return typeTogether(job)
    case 'ramp':
      return typeFaster(job)
    case 'write':
      return writeHistory(job)
    case 'paste':
      return paste(job)
    case 'join':
      return join(job)
    case 'stuck':
      return stickReaders(job)
    case 'frames':
      return countFrames(job)
  }
}

process.once('message', (message) => {
  run(jobSchema.parse(message)).then(
    (result) => process.send?.({ result }, () => process.exit()),
    (error: unknown) => process.send?.({ failure: String(error) }, () => process.exit()),
  )
})
process.on('disconnect', () => process.exit())
