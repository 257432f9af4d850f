import { documentPath, type DocumentKind } from '@pupitre/document'
import { useMemo, useSyncExternalStore } from 'react'
import { LiveDocument, type LiveSnapshot } from './live-document.ts'
import { useLiveDocuments } from './live-documents-context.ts'
import type { LiveDocuments, LiveLease } from './live-documents.ts'

interface Opening {
  kind: DocumentKind
  uuid: string
  userId: string
}

/** The shared document of a page, for as long as the page shows it; null before its first paint. */
export function useLiveDocument({ kind, uuid, userId }: Opening): LiveDocument | null {
  const documents = useLiveDocuments()
  const source = useMemo(() => leaseSource(documents, { kind, uuid, userId }), [documents, kind, uuid, userId])
  return useSyncExternalStore(source.subscribe, source.current)
}

/** Holds the document while someone subscribes: React subscribes after the first paint, and leaves with the page. */
function leaseSource(documents: LiveDocuments<LiveDocument>, { kind, uuid, userId }: Opening) {
  let lease: LiveLease<LiveDocument> | null = null

  return {
    subscribe: (changed: () => void) => {
      const opened = documents.open({
        userId,
        path: documentPath({ kind, uuid }),
        create: () => new LiveDocument({ ref: { kind, uuid }, serverUrl: syncUrl(window.location) }),
      })
      lease = opened
      changed()
      return () => {
        lease = null
        opened.release()
      }
    },
    current: () => lease?.document ?? null,
  }
}

/** What the page shows of the document, rendered anew at each change. */
export function useLiveSnapshot(document: LiveDocument): LiveSnapshot {
  return useSyncExternalStore(document.subscribe, document.snapshot)
}

/** The sync address of the server that the page came from. */
function syncUrl({ protocol, host }: { protocol: string; host: string }): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/sync`
}
