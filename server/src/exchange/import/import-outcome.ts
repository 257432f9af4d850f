import { z } from 'zod'

const problem = z.object({ row: z.int().nullable(), column: z.string().nullable(), message: z.string() })

const cell = z.object({
  row: z.int(),
  column: z.string(),
  heading: z.string().nullable(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  field: z.string().optional(),
  created: z.string().optional(),
  problem: z.string().optional(),
  warning: z.string().optional(),
})

const report = z.object({
  planId: z.guid(),
  nom: z.string(),
  sheet: z.string(),
  otherSheets: z.array(z.string()),
  counts: z.object({ fiches: z.int(), axes: z.int(), services: z.int() }),
  cells: z.array(cell),
})

/** How an import by command ended, as the running server tells it to the command: done, or refused with nothing written. */
export const importOutcomeSchema = z.union([z.object({ report }), z.object({ problems: z.array(problem).min(1) })])

export type ImportOutcome = z.infer<typeof importOutcomeSchema>
export type ToldReport = z.infer<typeof report>
export type ToldCell = z.infer<typeof cell>
export type ToldProblem = z.infer<typeof problem>
