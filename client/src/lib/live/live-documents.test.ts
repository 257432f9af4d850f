import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Keeping } from '../device/local-copy.ts'
import { LiveDocuments, type HeldDocument } from './live-documents.ts'

/** A document whose unsent edits the test decides. */
class HeldInTest implements HeldDocument {
  unsent = 0
  keeping: Keeping = 'tabOnly'
  isSpent = false
  closed: string | null = null
  kind = 'saved'
  destroyed = false
  reconnections = 0
  #listeners = new Set<() => void>()

  snapshot = () => ({ closed: this.closed, save: { kind: this.kind }, isSpent: this.isSpent })
  settled = async () => {}
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  reconnect = () => void this.reconnections++
  destroy = () => void (this.destroyed = true)
  change(unsent: number) {
    this.unsent = unsent
    for (const listener of this.#listeners) listener()
  }
}

const page = { userId: 'alice', path: 'fiche/1', create: () => new HeldInTest() }

describe('LiveDocuments', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shares one document between the pages that show it, until the last one leaves', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const first = documents.open(page)
    const second = documents.open(page)
    expect(second.document).toBe(first.document)
    first.release()
    first.release()
    vi.runAllTimers()
    expect(first.document.destroyed).toBe(false)
    second.release()
    vi.runAllTimers()
    expect(first.document.destroyed).toBe(true)
  })

  it('keeps the connection of a page shown again at once', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const { document, release } = documents.open(page)
    release()
    expect(documents.open(page).document).toBe(document)
    vi.runAllTimers()
    expect(document.destroyed).toBe(false)
  })

  it('keeps the document of a page left with unsent edits until they are durable', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const { document, release } = documents.open(page)
    document.change(2)
    release()
    vi.runAllTimers()
    expect(document.destroyed).toBe(false)
    expect(documents.unsent).toBe(2)
    document.change(0)
    expect(document.destroyed).toBe(true)
    expect(documents.unsent).toBe(0)
  })

  it('lets go of edits that the server refused once their page, which said so, is left', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const { document, release } = documents.open(page)
    document.kind = 'refused'
    document.change(2)
    release()
    vi.runAllTimers()
    expect(document.destroyed).toBe(true)
  })

  it('keeps edits refused after their page was left: nobody was told', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const { document, release } = documents.open(page)
    document.change(2)
    release()
    vi.runAllTimers()
    document.kind = 'refused'
    document.change(2)
    expect(document.destroyed).toBe(false)
  })

  it('gives the same unsent edits back after signing in again, and connects anew', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const { document, release } = documents.open(page)
    document.change(1)
    document.closed = 'signedOut'
    release()
    vi.runAllTimers()
    expect(documents.open(page).document).toBe(document)
    expect(document.reconnections).toBe(1)
  })

  it('does not give one user’s edits to another', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const { document } = documents.open(page)
    expect(documents.open({ ...page, userId: 'bob' }).document).not.toBe(document)
  })

  it('forgets everything when told to', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const { document } = documents.open(page)
    document.change(3)
    documents.forgetAll()
    expect(document.destroyed).toBe(true)
    expect(documents.unsent).toBe(0)
  })

  it('opens a spent document anew, and lets the old one go with the last page which shows it', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const spent = documents.open(page)
    spent.document.isSpent = true
    const next = documents.open(page)
    expect(next.document).not.toBe(spent.document)
    spent.release()
    vi.runAllTimers()
    expect(spent.document.destroyed).toBe(true)
    expect(next.document.destroyed).toBe(false)
    expect(documents.open(page).document).toBe(next.document)
  })

  it('counts apart the edits that closing the tab would lose', () => {
    const documents = new LiveDocuments<HeldInTest>()
    documents.open(page).document.change(2)
    const { document } = documents.open({ ...page, path: 'fiche/2' })
    document.change(3)
    expect(documents.unkept).toBe(5)
    document.keeping = 'kept'
    expect([documents.unkept, documents.unsent]).toEqual([2, 5])
  })

  it('tells which documents it holds, those that wait for their edits too', () => {
    const documents = new LiveDocuments<HeldInTest>()
    const { document, release } = documents.open(page)
    document.change(1)
    release()
    vi.runAllTimers()
    expect(documents.isHeld(page)).toBe(true)
    document.change(0)
    expect(documents.isHeld(page)).toBe(false)
  })
})
