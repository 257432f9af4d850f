import type { DeltaAttributes, TextDelta, TextEdit } from '@pupitre/document'
import { diffArrays } from 'diff'

/** A diff that takes longer blocks everyone's edits: then all between the first and the last difference is replaced. */
const MAX_DIFF_MS = 100

/** Words, and each space, line end and sign by itself. */
const TOKENS = /[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu

/** A text read character by character: an embed is one, as in Yjs. */
interface ReadText {
  /** Words, signs, and embeds (which no word equals). */
  tokens: string[]
  /** How long each token is. */
  lengths: number[]
  /** What each character is: of the insert to make it again, and its attributes. */
  characters: { insert: string | Record<string, unknown>; attributes: DeltaAttributes }[]
}

/**
 * The edit that makes a field say `to`, word by word: what both say is retained, so that its characters keep their identity,
 * and with it colleagues' carets, words and comments.
 */
export function editBetween(from: TextDelta, to: TextDelta): TextEdit {
  const [before, after] = [readText(from), readText(to)]
  const edit = new EditWriter()
  let at = 0
  let next = 0
  for (const change of changes(before.tokens, after.tokens)) {
    const { removed, added, count } = change
    const source = added ? after : before
    const start = added ? next : at
    const length = lengthOf(source, change.index, count)
    if (removed) {
      edit.delete(length)
      at += length
    } else if (added) {
      for (const { insert, attributes } of after.characters.slice(start, start + length))
        edit.insert(insert, attributes)
      next += length
    } else {
      for (let i = 0; i < length; i++)
        edit.retain(attributesFrom(before.characters[at + i]?.attributes, after.characters[next + i]?.attributes))
      at += length
      next += length
    }
  }
  return edit.done()
}

interface TokenChange {
  /** Of its first token: in `to` when it is added, else in `from`. */
  index: number
  count: number
  added: boolean
  removed: boolean
}

function changes(from: string[], to: string[]): TokenChange[] {
  const found = diffArrays(from, to, { timeout: MAX_DIFF_MS }) ?? replaceMiddle(from, to)
  let [inFrom, inTo] = [0, 0]
  return found.map(({ count, added, removed }) => {
    const change = { index: added ? inTo : inFrom, count, added, removed }
    if (!added) inFrom += count
    if (!removed) inTo += count
    return change
  })
}

function replaceMiddle(from: string[], to: string[]): Omit<TokenChange, 'index'>[] {
  const most = Math.min(from.length, to.length)
  let start = 0
  while (start < most && from[start] === to[start]) start += 1
  let end = 0
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end += 1
  return [
    { count: start, added: false, removed: false },
    { count: from.length - start - end, added: false, removed: true },
    { count: to.length - start - end, added: true, removed: false },
    { count: end, added: false, removed: false },
  ]
}

function readText(delta: TextDelta): ReadText {
  const text: ReadText = { tokens: [], lengths: [], characters: [] }
  let words = ''
  const endWords = () => {
    for (const [token] of words.matchAll(TOKENS)) {
      text.tokens.push(token)
      text.lengths.push(token.length)
    }
    words = ''
  }
  for (const { insert, attributes: given = {} } of delta) {
    // null says that a format was taken away: the same as none.
    const attributes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
    if (typeof insert === 'string') {
      words += insert
      for (let i = 0; i < insert.length; i++) text.characters.push({ insert: insert.charAt(i), attributes })
      continue
    }
    endWords()
    text.tokens.push(`embed ${JSON.stringify(insert)}`)
    text.lengths.push(1)
    text.characters.push({ insert, attributes })
  }
  endWords()
  return text
}

function lengthOf({ lengths }: ReadText, index: number, count: number): number {
  return lengths.slice(index, index + count).reduce((sum, length) => sum + length, 0)
}

/** What to set on a character that has `from` so that it has `to`; null takes a key away. */
function attributesFrom(from: DeltaAttributes = {}, to: DeltaAttributes = {}): DeltaAttributes {
  const patch: DeltaAttributes = {}
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)]))
    if (JSON.stringify(from[key]) !== JSON.stringify(to[key])) patch[key] = to[key] ?? null
  return patch
}

/** Gathers neighbours that are edited alike. */
class EditWriter {
  readonly #edit: TextEdit = []

  retain(attributes: DeltaAttributes): void {
    const last = this.#edit.at(-1)
    if (last && 'retain' in last && isSame(last.attributes ?? {}, attributes)) last.retain += 1
    else this.#edit.push({ retain: 1, ...(isEmpty(attributes) ? {} : { attributes }) })
  }

  insert(insert: string | Record<string, unknown>, attributes: DeltaAttributes): void {
    const last = this.#edit.at(-1)
    if (typeof insert === 'string' && last && 'insert' in last && typeof last.insert === 'string') {
      if (isSame(last.attributes ?? {}, attributes)) {
        last.insert += insert
        return
      }
    }
    this.#edit.push({ insert, ...(isEmpty(attributes) ? {} : { attributes }) })
  }

  delete(length: number): void {
    this.#edit.push({ delete: length })
  }

  /** Without what would only be retained at the end. */
  done(): TextEdit {
    const last = this.#edit.at(-1)
    if (last && 'retain' in last && !last.attributes) this.#edit.pop()
    return this.#edit
  }
}

function isSame(a: DeltaAttributes, b: DeltaAttributes): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function isEmpty(attributes: DeltaAttributes): boolean {
  return Object.keys(attributes).length === 0
}
