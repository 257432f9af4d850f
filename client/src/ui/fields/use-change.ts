import { useRef, useTransition } from 'react'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { showRefusal } from '../show-refusal.ts'

/** What a mutation of the API answers with: its success, or an error with its sentence. */
export interface Answered {
  __typename?: string
  message?: string
}

/**
 * Sends changes, one after the other so that the last asked is the last done. What is shown at once (`show`, of a `useOptimistic`) lasts until the answer: a refusal takes it back and says why.
 *
 * @returns whether one is under way, and the way to send one; it answers whether it was done
 */
export function useChange() {
  const [pending, startTransition] = useTransition()
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const change = ({ show, send }: { show?: () => void; send: () => Promise<Answered | null | undefined> }) =>
    new Promise<boolean>((resolve) => {
      startTransition(async () => {
        show?.()
        const sent = last.current.then(send).catch(() => null)
        last.current = sent
        const answer = await sent
        const done = answer?.__typename?.endsWith('Success') ?? false
        if (!done) showRefusal(answer?.message ?? UNEXPECTED_ERROR)
        resolve(done)
      })
    })
  return { pending, change }
}
