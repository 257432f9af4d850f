import { useCallback } from 'react'
import { useDevice } from '../../lib/device/device-context.ts'
import { useLiveDocuments } from '../../lib/live/live-documents-context.ts'

/** How many edits signing out would lose: those on this device alone, whichever tab or day they were made in. */
export function useUnsentEdits(userId: string): () => Promise<number> {
  const documents = useLiveDocuments()
  const device = useDevice()

  return useCallback(async () => {
    await documents.settled()
    return (await device.editsLeft(userId)) + documents.unkept
  }, [device, documents, userId])
}
