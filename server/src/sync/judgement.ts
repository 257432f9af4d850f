import type { DocumentRef } from '@pupitre/document'
import type { Viewer } from '../domain/viewer.ts'

/** What a viewer may do with a document. */
export interface Judgement {
  documentId: string
  epoch: string
  /** Of the last update in the document's log when it was judged. */
  seq: bigint
  access: 'read' | 'write'
}

/** The domain's one answer to "may this viewer?"; null when they may not read it, or it does not exist. */
export type Authorise = (question: { viewer: Viewer; ref: DocumentRef }) => Promise<Judgement | null>
