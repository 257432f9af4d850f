/**
 * What happened to each typed character. Every one is typed once in a run, so that its fate can be told from the text alone.
 */
export class Ledger {
  readonly #typed: string[] = []
  readonly #deleted = new Set<string>()
  readonly #undone = new Set<string>()
  readonly #restored = new Map<string, number>()
  readonly #moved = new Map<string, number>()
  #nextCodePoint: number

  /** `isEmoji`: characters are pairs of UTF-16 units. */
  constructor(isEmoji: boolean) {
    this.#nextCodePoint = isEmoji ? 0x1f300 : 0x4e00
  }

  get typedCount(): number {
    return this.#typed.length
  }

  /** `count` characters that were never typed before. */
  type(count: number): string {
    let text = ''
    for (let i = 0; i < count; i++) {
      const character = String.fromCodePoint(this.#nextCodePoint++)
      this.#typed.push(character)
      text += character
    }
    return text
  }

  /** The user deleted them. */
  delete(characters: Iterable<string>): void {
    for (const character of characters) this.#deleted.add(character)
  }

  /** An undo or redo took them away. */
  undo(characters: Iterable<string>): void {
    for (const character of characters) this.#undone.add(character)
  }

  /** An undo or redo brought them back, as new items. */
  restore(characters: Iterable<string>): void {
    for (const character of characters) this.#restored.set(character, (this.#restored.get(character) ?? 0) + 1)
  }

  /** A block was dragged elsewhere: they were deleted here and inserted there. */
  move(characters: Iterable<string>): void {
    for (const character of characters) this.#moved.set(character, (this.#moved.get(character) ?? 0) + 1)
  }

  /** Whether an undo, a redo or a drag wrote it anew. */
  wasWrittenAgain(character: string): boolean {
    return this.#restored.has(character) || this.#moved.has(character)
  }

  /**
   * Judges the final text. Accepted, and nothing else:
   * - a character that an undo or redo brought back is a new item: two people who each undo one deletion get it twice;
   * - a dragged block is deleted and inserted: dragged by two people at once, it is there twice; deleted meanwhile, it may stay.
   */
  judge(text: string): Verdict {
    const copies = countCharacters(text)
    const verdict: Verdict = { lost: [], doubled: [], revived: [], acceptedCopies: 0 }
    for (const character of this.#typed) {
      const count = copies.get(character) ?? 0
      const restored = this.#restored.get(character) ?? 0
      const moved = this.#moved.get(character) ?? 0
      const isGone = this.#deleted.has(character) || this.#undone.has(character)
      if (count === 0 && !isGone) verdict.lost.push(character)
      if (count > 1 + restored + moved) verdict.doubled.push(character)
      if (count > 0 && isGone && restored + moved === 0) verdict.revived.push(character)
      if (count > 1 && count <= 1 + restored + moved) verdict.acceptedCopies += count - 1
    }
    return verdict
  }
}

export interface Verdict {
  /** Nobody deleted them, and they are not there. */
  lost: string[]
  /** They are there more often than they were typed, restored and dragged. */
  doubled: string[]
  /** They were deleted, never restored, and are there. */
  revived: string[]
  acceptedCopies: number
}

export function countCharacters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const character of text) if (/\S/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** The characters that there are fewer of afterwards, and those that there are more of. */
export function changedCharacters(before: string, after: string): { gone: string[]; come: string[] } {
  const old = countCharacters(before)
  const now = countCharacters(after)
  return {
    gone: [...old.keys()].filter((character) => (now.get(character) ?? 0) < (old.get(character) ?? 0)),
    come: [...now.keys()].filter((character) => (old.get(character) ?? 0) < (now.get(character) ?? 0)),
  }
}
