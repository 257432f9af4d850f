import type { Keeping } from '../device/local-copy.ts'

/** What the register asks of a document; `LiveDocument` is one. */
export interface HeldDocument {
  /** Edits made here that are not on the server's disk. */
  readonly unsent: number
  /** Whether this device has them on its own disk. */
  readonly keeping: Keeping
  /** `isSpent`: nothing more can be done with it, and all that was written in it was given back. */
  snapshot(): { closed: string | null; save: { kind: string }; isSpent: boolean }
  /** Resolves once what was written is on this device's disk, or cannot be. */
  settled(): Promise<void>
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
  isLetGo: boolean
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
    const key = keyOf({ userId, path })
    const holding = this.#usable(key) ?? this.#hold(key, create())
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

  /** Those of them that this device does not have on its disk either: closing the tab would lose them. */
  get unkept(): number {
    let total = 0
    for (const { document } of this.#held.values()) if (document.keeping !== 'kept') total += document.unsent
    return total
  }

  /** Whether this tab has a document open, for a page or for its edits to be sent. */
  isHeld(address: { userId: string; path: string }): boolean {
    return this.#held.has(keyOf(address))
  }

  /** Resolves once what was written in this tab is on this device's disk, or cannot be. */
  async settled(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({ document }) => document.settled()))
  }

  /** Forgets everything, unsent edits included: only after the user said so. */
  forgetAll(): void {
    for (const holding of this.#held.values()) {
      holding.isLetGo = true
      holding.document.destroy()
    }
    this.#held.clear()
  }

  /** A spent document is left to the pages that still show it: the next one opens another. */
  #usable(key: string): Holding<Document> | undefined {
    const holding = this.#held.get(key)
    if (!holding?.document.snapshot().isSpent) return holding
    this.#held.delete(key)
    return undefined
  }

  #hold(key: string, document: Document): Holding<Document> {
    const holding = { document, pages: 0, isLetGo: false }
    this.#held.set(key, holding)
    document.subscribe(() => this.#letGo(key, { holding, isRefused: false }))
    return holding
  }

  #letGo(key: string, { holding, isRefused }: { holding: Holding<Document>; isRefused: boolean }): void {
    const waits = holding.document.unsent > 0 && !isRefused
    if (holding.pages > 0 || waits || holding.isLetGo) return
    holding.isLetGo = true
    if (this.#held.get(key) === holding) this.#held.delete(key)
    holding.document.destroy()
  }
}

function keyOf({ userId, path }: { userId: string; path: string }): string {
  return `${userId} ${path}`
}
