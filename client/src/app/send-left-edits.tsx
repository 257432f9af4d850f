import { parseDocumentPath } from '@pupitre/document'
import { useEffect } from 'react'
import { useDevice } from '../lib/device/device-context.ts'
import { useLiveDocuments } from '../lib/live/live-documents-context.ts'
import { openLiveDocument } from '../lib/live/open-live-document.ts'
import { useViewer } from './viewer.ts'

/** How often the device is looked at: another tab may have been closed with edits to send. */
const LOOK_INTERVAL_MS = 20_000
/** What was written so short a time ago is being sent by the tab that it was written in. */
const FRESH_MS = 10_000
/** Documents opened at once to send what is left of them. */
const MAX_AT_ONCE = 8

/** Sends what an earlier page left on this device, of any fiche, without its page being opened. */
export function SendLeftEdits() {
  const { uuid: userId } = useViewer()
  const device = useDevice()
  const documents = useLiveDocuments()

  useEffect(() => {
    const send = async () => {
      const pending = await device.pending(userId)
      const left = pending.filter(({ usedAt }) => Date.now() - usedAt > FRESH_MS).slice(0, MAX_AT_ONCE)
      for (const { path } of left) {
        const ref = parseDocumentPath(path)
        if (!ref || documents.isHeld({ userId, path })) continue
        const { document, release } = openLiveDocument({ documents, device }, { ref, userId })
        // Let go by itself once its edits are durable, or given back.
        void document.ready().then(release)
      }
    }
    void device.tidy(userId).then(send)
    const timer = setInterval(() => void send(), LOOK_INTERVAL_MS)
    return () => clearInterval(timer)
  }, [device, documents, userId])

  return null
}
