import { documentPath, type DocumentRef } from '@pupitre/document'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { LiveDocument, type LiveSnapshot } from './live-document.ts'
import { useLiveDocuments } from './live-documents-context.ts'

/** The shared document of a page, for as long as the page shows it; null before its first paint. */
export function useLiveDocument({ ref, userId }: { ref: DocumentRef; userId: string }): LiveDocument | null {
  const documents = useLiveDocuments()
  const [document, setDocument] = useState<LiveDocument | null>(null)
  const { kind, uuid } = ref

  useEffect(() => {
    const opened = { kind, uuid }
    const lease = documents.open({
      userId,
      path: documentPath(opened),
      create: () => new LiveDocument({ ref: opened, serverUrl: syncUrl(window.location) }),
    })
    setDocument(lease.document)
    return () => {
      setDocument(null)
      lease.release()
    }
  }, [documents, userId, kind, uuid])

  return document
}

/** What the page shows of the document, rendered anew at each change. */
export function useLiveSnapshot(document: LiveDocument): LiveSnapshot {
  return useSyncExternalStore(document.subscribe, document.snapshot)
}

/** The sync address of the server that the page came from. */
export function syncUrl({ protocol, host }: { protocol: string; host: string }): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/sync`
}
