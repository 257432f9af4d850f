import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { seeingAs, stopSeeingAs } from '../lib/seeing-as.ts'

/**
 * Goes to the sign-in page once the session has ended, and keeps the way back. Nothing is asked about unsent edits: they
 * stay in the tab, and leave once signed in again. Whoever saw as somebody else first comes back to themselves.
 */
export function useSignInAgain(sessionEnded: boolean): void {
  const router = useRouter()

  useEffect(() => {
    const { href, pathname } = router.state.location
    if (!sessionEnded || pathname === '/connexion') return
    if (seeingAs) return stopSeeingAs()
    void router.navigate({ to: '/connexion', search: { retour: href, motif: 'session' }, ignoreBlocker: true })
  }, [router, sessionEnded])
}
