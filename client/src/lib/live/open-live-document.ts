import { documentPath, type DocumentRef, USER_PARAM } from '@pupitre/document'
import type { Device } from '../device/device.ts'
import { seeingAs, seeingAsParams } from '../seeing-as.ts'
import { LiveDocument } from './live-document.ts'
import type { LiveDocuments, LiveLease } from './live-documents.ts'

/** What this tab opens live documents with. */
export interface LiveTools {
  documents: LiveDocuments<LiveDocument>
  device: Device
}

/** Opens a document of the server that the page came from, kept on this device for its user. */
export function openLiveDocument(
  { documents, device }: LiveTools,
  { ref, userId }: { ref: DocumentRef; userId: string },
): LiveLease<LiveDocument> {
  return documents.open({
    userId,
    path: documentPath(ref),
    create: () =>
      new LiveDocument({
        ref,
        serverUrl: syncUrl(window.location),
        // Another account may have signed in meanwhile, in another tab. Whoever sees as somebody writes nothing.
        params: seeingAs ? seeingAsParams() : { [USER_PARAM]: userId },
        device: device.of(userId),
      }),
  })
}

function syncUrl({ protocol, host }: { protocol: string; host: string }): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/sync`
}
