import type { LiveText } from '../domain/live-text.ts'
import { createDocuments } from '../sync/create-documents.ts'

function refuse(): Promise<never> {
  return Promise.reject(new Error('this process has no room: only the server edits documents'))
}

/** Live text for a process which opens no document: it writes new ones, and neither reads nor edits any. */
export const storedLiveText: LiveText = {
  create: createDocuments,
  lock: refuse,
  quote: refuse,
  follow: refuse,
  read: refuse,
  apply: refuse,
  rewrite: refuse,
}
