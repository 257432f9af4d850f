import { documentPath, type DocumentRef } from '@pupitre/document'
import { LiveDocument } from './live-document.ts'

export interface LiveLease {
  document: LiveDocument
  /** The page no longer shows the document. It is let go once all its edits are durable, never before. */
  release(): void
}

interface Holding {
  document: LiveDocument
  pages: number
}

/**
 * The documents held by this tab, by user and address: leaving a page, or being signed out, loses no edit, and one
 * user's unsent edits are never sent under another's name.
 */
export class LiveDocuments {
  #held = new Map<string, Holding>()
  #openDocument: (ref: DocumentRef) => LiveDocument

  constructor(openDocument: (ref: DocumentRef) => LiveDocument) {
    this.#openDocument = openDocument
  }

  /** Shares one document between the pages that show it; opens it for the first. */
  open({ userId, ref }: { userId: string; ref: DocumentRef }): LiveLease {
    const key = `${userId} ${documentPath(ref)}`
    const holding = this.#held.get(key) ?? this.#hold(key, ref)
    holding.pages += 1
    if (holding.document.snapshot().closed === 'signedOut') holding.document.reconnect()
    let released = false
    return {
      document: holding.document,
      release: () => {
        if (released) return
        released = true
        holding.pages -= 1
        // A page shown again at once (a route that renders anew) keeps the connection.
        setTimeout(() => this.#letGo(key, holding), 0)
      },
    }
  }

  /** Edits of this tab which are not on the server's disk, all documents together. */
  get unsent(): number {
    let total = 0
    for (const { document } of this.#held.values()) total += document.unsent
    return total
  }

  /** Forgets everything, unsent edits included: only after the user said so. */
  forgetAll(): void {
    for (const { document } of this.#held.values()) document.destroy()
    this.#held.clear()
  }

  #hold(key: string, ref: DocumentRef): Holding {
    const holding = { document: this.#openDocument(ref), pages: 0 }
    this.#held.set(key, holding)
    holding.document.subscribe(() => this.#letGo(key, holding))
    return holding
  }

  #letGo(key: string, holding: Holding): void {
    if (holding.pages > 0 || holding.document.unsent > 0) return
    if (this.#held.get(key) !== holding) return
    this.#held.delete(key)
    holding.document.destroy()
  }
}
