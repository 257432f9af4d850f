import { createContext, use } from 'react'
import type { LiveDocument } from './live-document.ts'
import type { LiveDocuments } from './live-documents.ts'

const LiveDocumentsContext = createContext<LiveDocuments<LiveDocument> | null>(null)

export const LiveDocumentsProvider = LiveDocumentsContext.Provider

/** The documents that this tab holds. */
export function useLiveDocuments(): LiveDocuments<LiveDocument> {
  const documents = use(LiveDocumentsContext)
  if (!documents) throw new Error('LiveDocumentsProvider is missing above this component')
  return documents
}
