/** What the register asks of a document; `LiveDocument` is one. */
export interface HeldDocument {
  /** Edits made here that are not on the server's disk. */
  readonly unsent: number
  snapshot(): { closed: string | null; save: { kind: string } }
  /** Calls back at each change of `unsent` or of the snapshot. */
  subscribe(listener: () => void): () => void
  reconnect(): void
  destroy(): void
}

export interface LiveLease<Document> {
  document: Document
  /**
   * The page no longer shows the document. It is let go once all its edits are durable; at once if the server had refused
   * them, which the page has said.
   */
  release(): void
}

interface Holding<Document> {
  document: Document
  pages: number
}

/**
 * The documents held by this tab, by user and address: leaving a page, or being signed out, loses no edit, and one
 * user's unsent edits are never sent under another's name.
 */
export class LiveDocuments<Document extends HeldDocument> {
  #held = new Map<string, Holding<Document>>()

  /**
   * Shares one document between the pages that show it.
   *
   * @param path `fiche/<uuid>` or `plan/<uuid>`
   * @param create opens the document, for the first page that shows it
   */
  open({ userId, path, create }: { userId: string; path: string; create: () => Document }): LiveLease<Document> {
    const key = `${userId} ${path}`
    const holding = this.#held.get(key) ?? this.#hold(key, create())
    holding.pages += 1
    if (holding.document.snapshot().closed === 'signedOut') holding.document.reconnect()
    let released = false
    return {
      document: holding.document,
      release: () => {
        if (released) return
        released = true
        holding.pages -= 1
        const isRefused = holding.document.snapshot().save.kind === 'refused'
        // A page shown again at once (a route that renders anew) keeps the connection.
        setTimeout(() => this.#letGo(key, { holding, isRefused }), 0)
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

  #hold(key: string, document: Document): Holding<Document> {
    const holding = { document, pages: 0 }
    this.#held.set(key, holding)
    document.subscribe(() => this.#letGo(key, { holding, isRefused: false }))
    return holding
  }

  #letGo(key: string, { holding, isRefused }: { holding: Holding<Document>; isRefused: boolean }): void {
    const waits = holding.document.unsent > 0 && !isRefused
    if (holding.pages > 0 || waits) return
    if (this.#held.get(key) !== holding) return
    this.#held.delete(key)
    holding.document.destroy()
  }
}
