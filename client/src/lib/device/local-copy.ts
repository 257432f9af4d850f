import * as Y from 'yjs'
import type { CopyRecord, DeviceDatabase, UpdateRow } from './device-database.ts'
import { plainText, type SetAsideReason } from './set-aside.ts'
import { setCopyAside } from './set-copy-aside.ts'

/** Origin of what a copy puts into a document: it is on the device already. */
export const FROM_DEVICE = Symbol('from the device')

/**
 * Whether the unsent edits are on this device's disk:
 * - `kept`: all of them, so that a reload or a crash loses none;
 * - `writing`: not yet;
 * - `tabOnly`: the browser refuses to store them.
 */
export type Keeping = 'kept' | 'writing' | 'tabOnly'

/** What a device held of a document when it was opened. */
export interface Restored {
  epoch: string
  access: 'read' | 'write'
  /** How many edits of it wait to be sent. */
  edits: number
}

/** How long what is on its way to the server may wait before it is written here too: most is durable there by then. */
const UNHURRIED_DELAY_MS = 250
/** Rows after which a copy is written anew as one, once nothing of it is unsent. */
const MAX_ROWS = 300

interface Waiting {
  update: Uint8Array
  /** The ordinal of the edit among this document's own; 0 for what is not ours. */
  ordinal: number
  fields: readonly string[]
}

interface WrittenRow {
  key: number
  /** The last own edit in it; 0 when all of it is the server's. */
  ordinal: number
  edits: number
}

/**
 * One document on this device's disk. Own edits are counted from the first that was unsent when it was loaded, and are
 * `kept` once their transaction is complete: IndexedDB is asked for a strict one, which a crash does not take back.
 */
export class LocalCopy {
  readonly #doc: Y.Doc
  readonly #path: string
  readonly #open: () => Promise<DeviceDatabase | null>
  readonly #now: () => number
  readonly #onChange: () => void

  #record: CopyRecord | null = null
  #rows: WrittenRow[] = []
  /** Copies of other lives of the document, written by another tab: known to be of no more use once the server has spoken. */
  #otherLives: string[] = []
  #waiting: Waiting[] = []
  #ownEdits = 0
  #writtenEdits = 0
  #durableEdits = 0
  #touched = new Set<string>()
  /** The next write is of the whole document: the first one, and the one after a failure. */
  #isWholeDue = true
  #isRefused = false
  #isClosed = false
  #isHurried = false
  #isLifeKnown = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()

  /** @param open asked before each use, since a browser may close what it had opened; null when it stores nothing */
  constructor({
    doc,
    path,
    open,
    now = Date.now,
    onChange = () => {},
  }: {
    doc: Y.Doc
    path: string
    open: () => Promise<DeviceDatabase | null>
    now?: () => number
    onChange?: () => void
  }) {
    this.#doc = doc
    this.#path = path
    this.#open = open
    this.#now = now
    this.#onChange = onChange
  }

  /** Puts into the document what the device holds of it; null when it holds nothing, or cannot be read. */
  async load(): Promise<Restored | null> {
    const database = await this.#open()
    if (!database) this.#isRefused = true
    try {
      return database && (await this.#read(database))
    } catch {
      this.#isRefused = true
      return null
    }
  }

  /** The server said which life of the document this is, and what one may do: from now on it is written. */
  begin({ epoch, access }: { epoch: string; access: 'read' | 'write' }): void {
    const id = `${this.#path} ${epoch}`
    const known = this.#record?.id === id
    this.#record = { id, path: this.#path, epoch, access, titre: '', usedAt: 0 }
    if (!known) this.#startAnew()
    this.#isLifeKnown = true
    this.#schedule()
  }

  /** An edit made on this page. */
  edited({ update, fields }: { update: Uint8Array; fields: readonly string[] }): void {
    this.#ownEdits += 1
    for (const field of fields) this.#touched.add(field)
    this.#waiting.push({ update, ordinal: this.#ownEdits, fields })
    this.#schedule()
  }

  /** An edit that came from the server: own edits may stand on it. */
  received(update: Uint8Array): void {
    this.#waiting.push({ update, ordinal: 0, fields: [] })
    this.#schedule()
  }

  /** The server has on its disk so many of the own edits, from the first one on. */
  sent(durableEdits: number): void {
    if (durableEdits <= this.#durableEdits) return
    this.#durableEdits = durableEdits
    if (durableEdits >= this.#ownEdits) this.#touched.clear()
    this.#schedule()
  }

  /** Whether nothing else keeps the edits: they are then written at once. */
  setHurried(isHurried: boolean): void {
    this.#isHurried = isHurried
    if (isHurried && this.#waiting.length > 0) this.#schedule()
  }

  get keeping(): Keeping {
    if (this.#isRefused) return 'tabOnly'
    return this.#writtenEdits >= this.#ownEdits ? 'kept' : 'writing'
  }

  /** How many unsent edits are on the disk. */
  get unsentOnDisk(): number {
    return this.#rows.reduce((total, { edits }) => total + edits, 0)
  }

  /** Fields with unsent edits. */
  get touched(): readonly string[] {
    return [...this.#touched]
  }

  /** Resolves once what there is to write is written, or refused. */
  async settled(): Promise<void> {
    this.#flush()
    await this.#writing
  }

  /**
   * Takes the unsent edits out of the copy, as words to give back; without any, the copy is dropped.
   *
   * @returns whether the words are on the device's disk; false when it stores nothing
   */
  async setAside(reason: SetAsideReason): Promise<boolean> {
    await this.settled()
    const database = await this.#open()
    const record = this.#record
    this.close()
    if (!database || !record || this.#isRefused) return false
    try {
      await setCopyAside({ database, copyId: record.id, reason, now: this.#now() })
      this.#rows = []
      this.#onChange()
      return true
    } catch {
      return false
    }
  }

  /** Writes nothing more. What is written stays. */
  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  async #read(database: DeviceDatabase): Promise<Restored | null> {
    const transaction = database.transaction(['copies', 'updates'])
    const copies = await transaction.objectStore('copies').index('path').getAll(this.#path)
    const latest = copies.toSorted((a, b) => b.usedAt - a.usedAt)[0]
    if (!latest) return null
    const rows: [number, UpdateRow][] = []
    for await (const cursor of transaction.objectStore('updates').index('copyId').iterate(latest.id)) {
      rows.push([cursor.primaryKey, cursor.value])
    }
    this.#doc.transact(() => {
      for (const [, { update }] of rows) Y.applyUpdate(this.#doc, update, FROM_DEVICE)
    }, FROM_DEVICE)
    let edits = 0
    for (const [key, row] of rows) {
      edits += row.edits
      for (const field of row.fields) this.#touched.add(field)
      this.#rows.push({ key, ordinal: row.edits > 0 ? edits : 0, edits: row.edits })
    }
    this.#record = latest
    this.#otherLives = copies.map(({ id }) => id).filter((id) => id !== latest.id)
    this.#isWholeDue = false
    this.#ownEdits = edits
    this.#writtenEdits = edits
    return { epoch: latest.epoch, access: latest.access, edits }
  }

  /** What the server has is one row of its own, so that what is written on it can be told from it. */
  #startAnew(): void {
    this.#rows = []
    this.#isWholeDue = this.#ownEdits > this.#durableEdits
    this.#waiting = this.#isWholeDue ? [] : [{ update: Y.encodeStateAsUpdate(this.#doc), ordinal: 0, fields: [] }]
  }

  #schedule(): void {
    if (!this.#record || this.#isClosed) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#flush(), this.#isHurried ? 0 : UNHURRIED_DELAY_MS)
  }

  /** One write after the other: each takes all that waits. */
  #flush(): void {
    clearTimeout(this.#timer)
    this.#writing = this.#writing.then(() => this.#write())
  }

  async #write(): Promise<void> {
    const database = await this.#open()
    if (!this.#record || this.#isClosed) return
    const waiting = this.#waiting.splice(0)
    const upTo = this.#ownEdits
    try {
      if (!database) throw new Error('this browser stores nothing')
      await this.#store(
        database,
        { ...this.#record, titre: plainText(this.#doc, 'titre'), usedAt: this.#now() },
        waiting,
      )
      this.#writtenEdits = upTo
      this.#isRefused = false
      if (this.#isLifeKnown) await this.#leaveOtherLives(database)
    } catch {
      // Storage is full, or was taken away: what was to be written is part of the next, whole, write.
      this.#isRefused = true
      this.#isWholeDue = true
    }
    this.#onChange()
  }

  async #leaveOtherLives(database: DeviceDatabase): Promise<void> {
    for (const copyId of this.#otherLives.splice(0))
      await setCopyAside({ database, copyId, reason: 'restored', now: this.#now() })
  }

  async #store(database: DeviceDatabase, record: CopyRecord, waiting: readonly Waiting[]): Promise<void> {
    const durable = this.#durableEdits
    const unsent = this.#ownEdits - durable
    const isWhole = this.#isWholeDue || (unsent === 0 && this.#rows.length > MAX_ROWS)
    const transaction = database.transaction(['copies', 'updates'], 'readwrite', {
      durability: unsent > 0 ? 'strict' : 'relaxed',
    })
    const updates = transaction.objectStore('updates')
    const added: Omit<UpdateRow, 'copyId'>[] = isWhole
      ? [{ update: Y.encodeStateAsUpdate(this.#doc), edits: unsent, fields: this.touched, whole: true }]
      : waiting.map(({ update, ordinal, fields }) => ({
          update,
          edits: ordinal > durable ? 1 : 0,
          fields,
          whole: false,
        }))
    const ordinals = isWhole ? [this.#ownEdits] : waiting.map(({ ordinal }) => ordinal)
    const before = isWhole ? [] : this.#rows
    try {
      await transaction.objectStore('copies').put(record)
      if (isWhole) await Promise.all(this.#rows.map(({ key }) => updates.delete(key)))
      const kept = before.map((row) => ({ ...row, edits: Math.min(row.edits, Math.max(0, row.ordinal - durable)) }))
      const answered = kept.filter(({ edits }, rank) => edits !== before[rank]?.edits)
      await Promise.all(
        answered.map(async ({ key, edits }) => {
          const stored = await updates.get(key)
          if (stored) await updates.put({ ...stored, edits }, key)
        }),
      )
      const keys = await Promise.all(added.map((row) => updates.add({ ...row, copyId: record.id })))
      await transaction.done
      const rows = keys.map((key, index) => ({
        key,
        ordinal: ordinals[index] ?? 0,
        edits: added[index]?.edits ?? 0,
      }))
      this.#rows = [...kept, ...rows]
      this.#isWholeDue = false
    } catch (error) {
      // A request that failed aborts its transaction, whose own rejection must not be left alone.
      await transaction.done.catch(() => undefined)
      throw error
    }
  }
}
