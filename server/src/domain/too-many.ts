import { ValidationError } from './errors.ts'

/** Refuses one more than a list may hold. @throws ValidationError TOO_MANY_<WHAT>. */
export function demandRoom({
  count,
  max,
  what,
  message,
}: {
  /** How many there are, the new ones included. */
  count: number
  max: number
  what: string
  message: string
}): void {
  if (count > max) throw new ValidationError([{ code: `TOO_MANY_${what}`, message, path: [] }])
}
