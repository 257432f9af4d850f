import type { Page } from '../../../server/test/processes/page.ts'

type Kind = 'edits' | 'presence'

interface Crossed {
  what: string
  delays: readonly number[]
}

/** What is typed, by the number of its sending. */
const MARK = /‹(\d+)›/g

/** Times what is typed and said on each page until it is on each other page. */
export class Crossings {
  readonly #serverOf = new Map<Page, number>()
  readonly #sent: { at: number; server: number }[] = []
  readonly #delays = new Map<string, number[]>()

  /** Notes what arrives on this page, whose websocket is on this server. */
  watch(page: Page, server: number): void {
    this.#serverOf.set(page, server)
    page.description.observe(({ delta, transaction }) => {
      if (transaction.local) return
      for (const { insert } of delta) {
        if (typeof insert !== 'string') continue
        for (const [, sending] of insert.matchAll(MARK)) this.#arrived('edits', Number(sending), server)
      }
    })
    const { awareness } = page.provider
    awareness.on('change', ({ added, updated }: { added: number[]; updated: number[] }) => {
      for (const clientId of [...added, ...updated]) {
        if (clientId === page.doc.clientID) continue
        this.#arrived('presence', Number(awareness.getStates().get(clientId)?.['cursor']), server)
      }
    })
  }

  /** Lets every page type and move its caret at this pace, each in its turn; returns what stops it. */
  type({ everyMs }: { everyMs: number }): () => void {
    const pages = [...this.#serverOf]
    let turn = 0
    const timer = setInterval(() => {
      const [page, server] = pages[turn % pages.length] ?? []
      turn += 1
      if (!page || server === undefined) return
      page.description.insert(0, `‹${this.#send(server)}›`)
      page.say(this.#send(server))
    }, everyMs / pages.length)
    return () => clearInterval(timer)
  }

  /** Forgets what has arrived until now. */
  clear(): void {
    this.#delays.clear()
  }

  rows(): Crossed[] {
    return [...this.#delays]
      .map(([what, delays]) => ({ what, delays }))
      .toSorted((a, b) => a.what.localeCompare(b.what))
  }

  #send(server: number): number {
    return this.#sent.push({ at: performance.now(), server }) - 1
  }

  #arrived(kind: Kind, sending: number, server: number): void {
    const sent = this.#sent[sending]
    if (!sent) return
    const what = `${kind} to ${sent.server === server ? 'the same server' : 'another server'}`
    const delays = this.#delays.get(what) ?? []
    delays.push(performance.now() - sent.at)
    this.#delays.set(what, delays)
  }
}
