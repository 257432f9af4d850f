import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type JobOf, type ResultOf, resultSchemas } from './jobs.ts'

const GENERATOR = fileURLToPath(new URL('./generator.ts', import.meta.url))

/** The same schemas, each known by its kind. */
const SCHEMAS: { [Kind in keyof typeof resultSchemas]: z.ZodType<ResultOf<Kind>> } = resultSchemas

const answerSchema = z.union([z.object({ failure: z.string() }), z.object({ result: z.unknown() })])

/** Has a generator process of its own do one job. @throws when the job fails */
export async function generate<Kind extends keyof typeof resultSchemas>(job: JobOf<Kind>): Promise<ResultOf<Kind>> {
  const child = fork(GENERATOR, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // JSON would make null of NaN.
    serialization: 'advanced',
  })
  const message = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the generator ended with ${code}`)))
    child.send(job)
  })
  const answer = answerSchema.parse(message)
  if ('failure' in answer) throw new Error(answer.failure)
  const kind: Kind = job.kind
  return SCHEMAS[kind].parse(answer.result)
}
