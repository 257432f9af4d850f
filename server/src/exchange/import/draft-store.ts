import { randomUUID } from 'node:crypto'
import { DRAFT_LIFETIME_MS, MAX_DRAFT_CHARACTERS, MAX_DRAFTS_PER_USER } from './import-limits.ts'
import type { ImportStep } from './commit-import.ts'
import type { CellFix } from './fix-cells.ts'
import type { Workbook } from './sheet.ts'

/** Where an import is. */
export type DraftState =
  | { kind: 'preview' }
  | { kind: 'running'; step: ImportStep }
  | { kind: 'done'; planUuid: string }
  /** Nothing was written: it may be tried again. */
  | { kind: 'failed'; message: string }

/** A file that was read, and waits for its person's decisions. */
export interface Draft {
  readonly id: string
  readonly userId: string
  readonly siren: string
  readonly fileName: string
  readonly workbook: Workbook
  fixes: readonly CellFix[]
  state: DraftState
}

interface Held {
  draft: Draft
  characters: number
  expiresAt: number
}

/**
 * The imports being prepared, in this process's memory: a preview is worth an hour, holds nothing that its person does not have
 * in the file, and is made again in a second. Bounded by person and in all: the oldest go first, but for those being carried out.
 */
export class DraftStore {
  readonly #held = new Map<string, Held>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  add(given: Pick<Draft, 'userId' | 'siren' | 'fileName' | 'workbook'>): Draft {
    const draft: Draft = { ...given, id: randomUUID(), fixes: [], state: { kind: 'preview' } }
    const held = { draft, characters: charactersOf(given.workbook), expiresAt: this.#now() + DRAFT_LIFETIME_MS }
    this.#held.set(draft.id, held)
    this.#makeRoom(draft)
    return draft
  }

  /** The draft of this id, if it is this person's; another's answers as if absent. */
  get({ id, userId }: { id: string; userId: string }): Draft | null {
    this.#forgetExpired()
    const held = this.#held.get(id)
    return held?.draft.userId === userId ? held.draft : null
  }

  delete({ id }: Pick<Draft, 'id'>): void {
    this.#held.delete(id)
  }

  #makeRoom({ id, userId }: Draft): void {
    this.#forgetExpired()
    const others = [...this.#held.values()].filter(({ draft }) => draft.id !== id && draft.state.kind !== 'running')
    const own = others.filter(({ draft }) => draft.userId === userId)
    for (const { draft } of own.slice(0, Math.max(0, own.length - (MAX_DRAFTS_PER_USER - 1)))) this.delete(draft)
    let total = [...this.#held.values()].reduce((sum, { characters }) => sum + characters, 0)
    for (const { draft, characters } of others) {
      if (total <= MAX_DRAFT_CHARACTERS) return
      if (!this.#held.has(draft.id)) continue
      this.delete(draft)
      total -= characters
    }
  }

  #forgetExpired(): void {
    const now = this.#now()
    for (const { draft, expiresAt } of this.#held.values()) {
      if (expiresAt <= now && draft.state.kind !== 'running') this.delete(draft)
    }
  }
}

/** Besides its words, a cell costs about as much as twenty of them. */
const CHARACTERS_PER_CELL = 20

function charactersOf({ sheets }: Workbook): number {
  let characters = 0
  for (const { rows } of sheets)
    for (const { cells } of rows)
      for (const { content } of cells)
        characters += CHARACTERS_PER_CELL + (content.kind === 'text' ? content.text.length : 0)
  return characters
}
