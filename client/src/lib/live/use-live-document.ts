import type { DocumentKind } from '@pupitre/document'
import { useMemo, useSyncExternalStore } from 'react'
import { useDevice } from '../device/device-context.ts'
import type { LiveDocument, LiveSnapshot } from './live-document.ts'
import { useLiveDocuments } from './live-documents-context.ts'
import type { LiveLease } from './live-documents.ts'
import { type LiveTools, openLiveDocument } from './open-live-document.ts'

interface Opening {
  kind: DocumentKind
  uuid: string
  userId: string
}

/** The shared document of a page, for as long as the page shows it; null before its first paint. Another one once it is spent. */
export function useLiveDocument({ kind, uuid, userId }: Opening): LiveDocument | null {
  const documents = useLiveDocuments()
  const device = useDevice()
  const source = useMemo(
    () => leaseSource({ documents, device }, { kind, uuid, userId }),
    [documents, device, kind, uuid, userId],
  )
  return useSyncExternalStore(source.subscribe, source.current)
}

/** Holds the document while someone subscribes: React subscribes after the first paint, and leaves with the page. */
function leaseSource(tools: LiveTools, { kind, uuid, userId }: Opening) {
  let lease: LiveLease<LiveDocument> | null = null

  return {
    subscribe: (changed: () => void) => {
      let stopWatching: () => unknown = () => undefined
      const open = () => {
        const opened = openLiveDocument(tools, { ref: { kind, uuid }, userId })
        lease = opened
        const unsubscribe = opened.document.subscribe(() => {
          const { isSpent, closed } = opened.document.snapshot()
          // A document that is gone would be gone again.
          if (!isSpent || closed === 'notFound') return
          unsubscribe()
          opened.release()
          open()
        })
        stopWatching = unsubscribe
        changed()
      }
      open()
      return () => {
        stopWatching()
        lease?.release()
        lease = null
      }
    },
    current: () => lease?.document ?? null,
  }
}

/** What the page shows of the document, rendered anew at each change. */
export function useLiveSnapshot(document: LiveDocument): LiveSnapshot {
  return useSyncExternalStore(document.subscribe, document.snapshot)
}
