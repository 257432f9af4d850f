import type * as Y from 'yjs'
import { eraseDeviceDatabase, openDeviceDatabase, type DeviceDatabase } from './device-database.ts'
import { editsLeft, keptAside, pendingCopies, pendingWords, type KeptAside, type PendingCopy } from './left-words.ts'
import { LocalCopy } from './local-copy.ts'
import type { FieldWords, SetAside } from './set-aside.ts'
import { tidyDevice } from './tidy-device.ts'

/** Tells the tabs of this browser that what a user has on it has changed. */
const CHANNEL = 'pupitre device'

/**
 * What this browser keeps of each account on its disk, and this tab's hold on it. Everything works without it: storage that
 * the browser refuses only means that words are in the tab alone, which the page then says.
 */
export class Device {
  #databases = new Map<string, Promise<DeviceDatabase | null>>()
  /** How many times each user's database was erased under this tab. */
  #lives = new Map<string, number>()
  #inTab: { userId: string; words: SetAside }[] = []
  #listeners = new Set<() => void>()
  #onErased: (userId: string) => void
  #isUsed: boolean
  #channel = new BroadcastChannel(CHANNEL)

  /**
   * @param onErased this user signed out in another tab, which took everything off the device
   * @param isUsed false: nothing is read from the disk, nor written to it
   */
  constructor({ onErased = () => {}, isUsed = true }: { onErased?: (userId: string) => void; isUsed?: boolean } = {}) {
    this.#onErased = onErased
    this.#isUsed = isUsed
    this.#channel.addEventListener('message', () => this.#tell())
  }

  /** Calls back when what is on the device may have changed, by this tab or by another. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What is asked of this device for one user. */
  of(userId: string) {
    return {
      copyOf: (options: { path: string; doc: Y.Doc; onChange: () => void }) => this.#copyOf(userId, options),
      holdInTab: (words: SetAside) => this.#holdInTab(userId, words),
    }
  }

  /** The documents of a user whose edits wait to be sent, the oldest first. */
  async pending(userId: string): Promise<PendingCopy[]> {
    return this.#ask(userId, pendingCopies, [])
  }

  /** What the waiting edits of a copy change. */
  async wordsOf(userId: string, copyId: string): Promise<FieldWords[]> {
    return this.#ask(userId, (database) => pendingWords(database, copyId), [])
  }

  /** The words of a user that the server would not take, the newest first. */
  async aside(userId: string): Promise<KeptAside[]> {
    const inTab = this.#inTab.filter((one) => one.userId === userId).map(({ words }) => ({ ...words, key: null }))
    return [...inTab, ...(await this.#ask(userId, keptAside, []))]
  }

  /** How many edits of a user would be lost with what this device holds. */
  async editsLeft(userId: string): Promise<number> {
    const inTab = this.#inTab.filter((one) => one.userId === userId)
    return (await this.#ask(userId, editsLeft, 0)) + inTab.reduce((total, { words }) => total + words.edits, 0)
  }

  /** Drops words set aside, because who wrote them said so. */
  async dropAside(userId: string, words: KeptAside): Promise<void> {
    const { key } = words
    if (key === null) this.#inTab = this.#inTab.filter((one) => one.words.at !== words.at || one.userId !== userId)
    else await this.#ask(userId, (database) => database.delete('setAside', key), undefined)
    this.changed()
  }

  /** Whether this device holds a document of a user, to be shown without the server. */
  async holds(userId: string, path: string): Promise<boolean> {
    const copies = await this.#ask(userId, (database) => database.countFromIndex('copies', 'path', path), 0)
    return copies > 0
  }

  /** Drops what is of no more use. */
  async tidy(userId: string): Promise<void> {
    await this.#ask(userId, (database) => tidyDevice({ database, now: Date.now() }), undefined)
  }

  /** Takes everything of a user off the device, unsent edits included. */
  async erase(userId: string): Promise<void> {
    const database = await this.#databases.get(userId)
    database?.close()
    this.#endLife(userId)
    await eraseDeviceDatabase(userId).catch(() => undefined)
    this.changed()
  }

  /** Tells every tab to look again. */
  changed(): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
    this.#channel.postMessage('changed')
    this.#tell()
  }

  #copyOf(userId: string, { path, doc, onChange }: { path: string; doc: Y.Doc; onChange: () => void }): LocalCopy {
    const lifeNow = this.#lifeOf(userId)
    // What was erased under a page which still writes is not made again by it.
    const open = async () => (this.#lifeOf(userId) === lifeNow ? this.#open(userId) : null)
    let unsentBefore = 0
    const copy: LocalCopy = new LocalCopy({
      doc,
      path,
      open,
      onChange: () => {
        onChange()
        if (copy.unsentOnDisk !== unsentBefore) this.changed()
        unsentBefore = copy.unsentOnDisk
      },
    })
    return copy
  }

  /** Where the browser stores nothing: words set aside live as long as the tab. */
  #holdInTab(userId: string, words: SetAside): void {
    this.#inTab.unshift({ userId, words })
    this.#tell()
  }

  #lifeOf(userId: string): number {
    return this.#lives.get(userId) ?? 0
  }

  #endLife(userId: string): void {
    this.#lives.set(userId, this.#lifeOf(userId) + 1)
    this.#databases.delete(userId)
    this.#inTab = this.#inTab.filter((one) => one.userId !== userId)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #open(userId: string): Promise<DeviceDatabase | null> {
    if (!this.#isUsed) return Promise.resolve(null)
    const open = this.#databases.get(userId)
    if (open) return open
    const opening: Promise<DeviceDatabase | null> = openDeviceDatabase({
      userId,
      onGone: (why) => {
        this.#databases.delete(userId)
        if (why === 'closed') return
        this.#endLife(userId)
        this.#onErased(userId)
      },
    }).catch(() => {
      // Refused now; the next document asks again.
      this.#databases.delete(userId)
      return null
    })
    this.#databases.set(userId, opening)
    return opening
  }

  async #ask<T>(userId: string, question: (database: DeviceDatabase) => Promise<T>, otherwise: T): Promise<T> {
    try {
      const database = await this.#open(userId)
      return database ? await question(database) : otherwise
    } catch {
      return otherwise
    }
  }
}
