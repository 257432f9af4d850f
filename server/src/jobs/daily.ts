import { every, type Repeated, type Repeating } from './every.ts'

const DAY_MS = 24 * 3600 * 1000

/** Does `run` at once, then a day after each time that it ended. What fails is told, and tried again the day after. */
export function daily(repeating: Repeating): Repeated {
  return every(DAY_MS, repeating)
}
