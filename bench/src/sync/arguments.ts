import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Pace } from './row.ts'
import { TARGET_NAMES } from './target.ts'

const schema = z.object({
  runs: z.coerce.number().int().min(1).default(3),
  rows: z.string().optional(),
  targets: z.string().default(TARGET_NAMES.join()),
  seconds: z.coerce.number().positive().default(10),
  out: z.string().optional(),
  profile: z.string().optional(),
  curves: z.boolean().default(false),
})

export interface BenchArguments {
  runs: number
  /** Names of rows; all when left out. */
  rows: readonly string[] | null
  targets: readonly (typeof TARGET_NAMES)[number][]
  pace: Pace
  /** A file for the table. */
  out: string | null
  /** Node options of our server's process. */
  nodeOptions: string[]
  curves: boolean
}

/** Reads `--runs N --rows a,b --targets pupitre,hp --seconds N --out FILE --profile FOLDER --curves`. @throws ZodError */
export function readArguments(): BenchArguments {
  const string = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      runs: string,
      rows: string,
      targets: string,
      seconds: string,
      out: string,
      profile: string,
      curves: { type: 'boolean' },
    },
  })
  const { runs, rows, targets, seconds, out, profile, curves } = schema.parse(values)
  return {
    runs,
    rows: rows?.split(',') ?? null,
    targets: z.array(z.enum(TARGET_NAMES)).parse(targets.split(',')),
    pace: { seconds, warmUpSeconds: Math.min(2, seconds / 2), stepSeconds: Math.min(4, seconds) },
    out: out ?? null,
    nodeOptions: profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
    curves,
  }
}
