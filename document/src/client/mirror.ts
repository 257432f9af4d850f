import type { NodeKey } from 'lexical'
import type { FlatBlock } from '../flat/block.ts'
import { Sequence } from '../flat/sequence.ts'
import type { Entry } from '../flat/sequence.ts'

/** A block as the binding last saw it in the editor. */
export interface MirrorBlock {
  readonly key: NodeKey
  readonly block: FlatBlock
}

export type MirrorEntry = Entry<MirrorBlock>

/** What the editor last held, block by block: local edits are found by comparing with it, remote ones by where they fall in it. */
export class Mirror {
  readonly #sequence = new Sequence<MirrorBlock>()
  readonly #byKey = new Map<NodeKey, MirrorEntry>()

  get length(): number {
    return this.#sequence.length
  }

  get size(): number {
    return this.#byKey.size
  }

  get first(): MirrorEntry | null {
    return this.#sequence.first
  }

  get last(): MirrorEntry | null {
    return this.#sequence.last
  }

  entry(key: NodeKey): MirrorEntry | null {
    return this.#byKey.get(key) ?? null
  }

  next(entry: MirrorEntry): MirrorEntry | null {
    return this.#sequence.next(entry)
  }

  previous(entry: MirrorEntry): MirrorEntry | null {
    return this.#sequence.previous(entry)
  }

  /** Where the block begins, in UTF-16 units. */
  offsetOf(entry: MirrorEntry): number {
    return this.#sequence.offsetOf(entry)
  }

  /** The block that holds an offset; the last one for the end of the text. */
  at(offset: number): MirrorEntry | null {
    return this.#sequence.at(offset)
  }

  insertAfter(entry: MirrorEntry | null, value: MirrorBlock): MirrorEntry {
    const added = this.#sequence.insertAfter(entry, value, value.block.length)
    this.#byKey.set(value.key, added)
    return added
  }

  remove(entry: MirrorEntry): void {
    this.#sequence.remove(entry)
    if (this.#byKey.get(entry.value.key) === entry) this.#byKey.delete(entry.value.key)
  }

  /** Puts blocks in the place of those that follow `after` (null: from the start). */
  replace(after: MirrorEntry | null, old: readonly MirrorEntry[], now: readonly MirrorBlock[]): void {
    for (const entry of old) this.remove(entry)
    let previous = after
    for (const value of now) previous = this.insertAfter(previous, value)
  }

  [Symbol.iterator](): Generator<MirrorBlock> {
    return this.#sequence[Symbol.iterator]()
  }
}
