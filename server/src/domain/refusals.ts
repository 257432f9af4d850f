import { measure } from './measure.ts'

/** Why something was not done: it asked for too much, or whoever asked may not. */
type Refusal =
  | {
      by: 'limit'
      reason: 'ALIASES' | 'BODY' | 'BREADTH' | 'BUDGET' | 'COST' | 'DEPTH' | 'SIGN_IN' | 'SUBSCRIPTIONS' | 'TIME'
    }
  /** `reason`: the code that the caller was told. */
  | { by: 'rights'; reason: string }

/** What is refused, told once each: never to whom, nor of what. */
export const refusals = measure<Refusal>()
