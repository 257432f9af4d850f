import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

/** At `[0]`, `[1]` characters are deleted, then `[2]` is inserted. */
const patch = z.tuple([z.number(), z.number(), z.string()])

const traceSchema = z.object({
  endContent: z.string(),
  txns: z.array(
    z.object({ parents: z.array(z.number()).optional(), agent: z.number().optional(), patches: z.array(patch) }),
  ),
})

export type Trace = z.infer<typeof traceSchema>
export type TracePatch = z.infer<typeof patch>

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../../../shared/traces/${name}.json.gz`, import.meta.url))
}

/** Whether the trace is there: it is no part of the project. */
export function hasTrace(name: string): boolean {
  return existsSync(pathOf(name))
}

/** Reads an editing trace (https://github.com/josephg/editing-traces). */
export function readTrace(name: string): Trace {
  return traceSchema.parse(JSON.parse(gunzipSync(readFileSync(pathOf(name))).toString('utf8')))
}
