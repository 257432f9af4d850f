import { useApolloClient } from '@apollo/client/react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { forgetViewer } from '../last-viewer.ts'
import { useDevice } from '../../lib/device/device-context.ts'
import { readToEnd } from '../../lib/read-to-end.ts'
import { useLiveDocuments } from '../../lib/live/live-documents-context.ts'

/** Ends the session on the server, then takes off this device all that it gave access to, unsent edits included. */
export function useSignOut(userId: string): { signOut: () => Promise<void>; failed: boolean } {
  const apollo = useApolloClient()
  const documents = useLiveDocuments()
  const device = useDevice()
  const router = useRouter()
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)

  async function signOut() {
    if (!(await endSession())) {
      setFailed(true)
      return
    }
    await navigate({ to: '/connexion', ignoreBlocker: true })
    documents.forgetAll()
    await forgetViewer()
    await device.erase(userId)
    await apollo.clearStore()
    router.clearCache()
  }

  return { signOut, failed }
}

async function endSession(): Promise<boolean> {
  try {
    const response = await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    await readToEnd(response)
    return response.ok
  } catch {
    return false
  }
}
