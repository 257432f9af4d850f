import { useCallback, useState } from 'react'
import { showRefusal } from '../../ui/show-refusal.ts'
import { useSignOut } from './use-sign-out.ts'
import { useUnsentEdits } from './use-unsent-edits.ts'

/** Signs out, once asked whether to when that would lose edits which are on this device alone. */
export function useLeave(userId: string) {
  const signOut = useSignOut(userId)
  const countUnsent = useUnsentEdits(userId)
  /** How many edits would be lost, while it is asked whether to; else none. */
  const [unsent, setUnsent] = useState(0)

  const end = useCallback(async () => {
    if (!(await signOut()))
      showRefusal('Vous êtes encore connecté : le serveur n’a pas répondu. Réessayez dans un moment.')
  }, [signOut])
  const leave = useCallback(async () => {
    const left = await countUnsent()
    if (left === 0) await end()
    else setUnsent(left)
  }, [countUnsent, end])

  return {
    leave,
    unsent,
    cancel: () => setUnsent(0),
    confirm: () => {
      setUnsent(0)
      void end()
    },
  }
}
