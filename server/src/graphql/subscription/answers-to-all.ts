import type { ExecutionResult } from 'graphql'
import type { GraphqlContext } from '../context.ts'

type Answer = ExecutionResult | Promise<ExecutionResult>

/** What an event is answered, worked out once for all who ask the same in one context: they have the same rights. */
export class AnswersToAll {
  readonly #byContext = new WeakMap<GraphqlContext, Map<string, Answer>>()

  /** What was answered to this question in this context, or what `work` answers. */
  of(context: GraphqlContext, question: string, work: () => Answer): Answer {
    const known = this.#byContext.get(context) ?? new Map<string, Answer>()
    this.#byContext.set(context, known)
    const answer = known.get(question) ?? work()
    known.set(question, answer)
    return answer
  }
}
