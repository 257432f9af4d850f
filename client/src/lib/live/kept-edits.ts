import type * as Y from 'yjs'
import type { Keeping, LocalCopy, Restored } from '../device/local-copy.ts'
import { differences, plainText, type SetAside, type SetAsideReason } from '../device/set-aside.ts'

/** What a live document asks of the device, for its user. */
export interface DeviceOfUser {
  copyOf(options: { path: string; doc: Y.Doc; onChange: () => void }): LocalCopy
  holdInTab(words: SetAside): void
}

/** The edits of one live document, as the device keeps them; without a device they are in the tab only. */
export class KeptEdits {
  readonly #device: DeviceOfUser | undefined
  readonly #copy: LocalCopy | null
  readonly #doc: Y.Doc
  readonly #path: string
  readonly #touched = new Set<string>()
  #ownEdits = 0
  #isGivingBack = false

  constructor({
    device,
    doc,
    path,
    onChange,
  }: {
    device: DeviceOfUser | undefined
    doc: Y.Doc
    path: string
    onChange: () => void
  }) {
    this.#device = device
    this.#doc = doc
    this.#path = path
    this.#copy = device?.copyOf({ path, doc, onChange }) ?? null
  }

  get keeping(): Keeping {
    return this.#copy?.keeping ?? 'tabOnly'
  }

  /** Whether what cannot be sent is given back: without a device, it stays in the document. */
  get canGiveBack(): boolean {
    return this.#device !== undefined
  }

  /** Puts into the document what the device holds of it. */
  async load(): Promise<Restored | null> {
    const restored = (await this.#copy?.load()) ?? null
    for (const field of this.#copy?.touched ?? []) this.#touched.add(field)
    return restored
  }

  begin(life: { epoch: string; access: 'read' | 'write' }): void {
    this.#copy?.begin(life)
  }

  edited(update: Uint8Array, transaction: Y.Transaction): void {
    this.#ownEdits += 1
    const fields = changedFields(this.#doc, transaction)
    for (const field of fields) this.#touched.add(field)
    this.#copy?.edited({ update, fields })
  }

  received(update: Uint8Array): void {
    this.#copy?.received(update)
  }

  /** @param durableEdits how many edits the server has, from the first one that the device held */
  sent(durableEdits: number): void {
    this.#copy?.sent(durableEdits)
  }

  /** Without a server, what is written goes to the disk at once. */
  setOnline(isOnline: boolean): void {
    this.#copy?.setHurried(!isOnline)
  }

  async settled(): Promise<void> {
    await this.#copy?.settled()
  }

  /**
   * Takes the document off the device; its unsent edits become words set aside, for who wrote them.
   *
   * @param edits how many there are
   */
  async giveBack({ reason, edits }: { reason: SetAsideReason; edits: number }): Promise<void> {
    this.#isGivingBack = true
    const editsBefore = this.#ownEdits
    const isOnDevice = (await this.#copy?.setAside(reason)) ?? false
    // Refused storage, or typed in the very moment: the tab holds the words.
    const isWhole = isOnDevice && this.#ownEdits === editsBefore
    if (edits > 0 && !isWhole) this.#device?.holdInTab(this.#words({ reason, edits }))
  }

  /** Writes what there still is to write, then nothing more. */
  close(): void {
    if (!this.#isGivingBack) void this.settled().then(() => this.#copy?.close())
  }

  #words({ reason, edits }: { reason: SetAsideReason; edits: number }): SetAside {
    const doc = this.#doc
    const fields = differences({ mine: doc, before: null, fields: [...this.#touched] })
    return { path: this.#path, titre: plainText(doc, 'titre'), reason, at: Date.now(), edits, fields }
  }
}

function changedFields(doc: Y.Doc, transaction: Y.Transaction): string[] {
  return [...doc.share].filter(([, type]) => transaction.changed.has(type)).map(([field]) => field)
}
