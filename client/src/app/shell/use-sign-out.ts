import { useApolloClient } from '@apollo/client/react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { forgetViewer } from '../last-viewer.ts'
import { forgetVisits } from '../palette/visits.ts'
import { useDevice } from '../../lib/device/device-context.ts'
import { readToEnd } from '../../lib/read-to-end.ts'
import { useLiveDocuments } from '../../lib/live/live-documents-context.ts'

/** Ends the session on the server, then takes off this device all that it gave access to, unsent edits included. Answers whether it did. */
export function useSignOut(userId: string): () => Promise<boolean> {
  const apollo = useApolloClient()
  const documents = useLiveDocuments()
  const device = useDevice()
  const router = useRouter()
  const navigate = useNavigate()

  return useCallback(async () => {
    if (!(await endSession())) return false
    await navigate({ to: '/connexion', ignoreBlocker: true })
    documents.forgetAll()
    forgetVisits(userId)
    await forgetViewer()
    await device.erase(userId)
    await apollo.clearStore()
    router.clearCache()
    return true
  }, [apollo, device, documents, navigate, router, userId])
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
