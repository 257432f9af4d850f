import type { z } from 'zod'
import { ValidationError, type ValidationIssue } from './errors.ts'

/**
 * Reads what a use case was sent.
 * @throws ValidationError with one issue per problem. A rule names its code in `params.code`; else the code is zod's, in capitals.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new ValidationError(result.error.issues.map(toIssue))
}

function toIssue(issue: z.core.$ZodIssue): ValidationIssue {
  return { code: codeOf(issue), message: issue.message, path: issue.path.map(String) }
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code
  return issue.code.toUpperCase()
}
