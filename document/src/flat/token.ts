/**
 * A token is what an edit may not split: one code point, one `\n`, or one embed.
 *
 * An embed's token is `\0` and its value as canonical JSON, so that equal embeds are equal strings; a lone `\0` is that character.
 */
const EMBED_PREFIX = '\0'

/** A `\n` inside a one-line field: it stays in the document, and is shown as a space. */
export const INNER_LINE_END = `${EMBED_PREFIX}"\\n"`

export type EmbedValue = Record<string, unknown>

/** An embed as plain JSON; what a hostile client put in its place (a nested Yjs type, a number) is an unknown embed. */
export function embedValue(value: unknown): EmbedValue {
  return isEmbedValue(value) ? value : {}
}

export function embedToken(value: unknown): string {
  return EMBED_PREFIX + canonicalJson(embedValue(value))
}

/** The soft line break, which Lexical has a node of its own for. */
export const BREAK = embedToken({ break: true })

export function isEmbedToken(token: string): boolean {
  return token.length > 1 && token.startsWith(EMBED_PREFIX)
}

/** The embed's canonical JSON. */
export function embedJson(token: string): string {
  return token.slice(EMBED_PREFIX.length)
}

/** The token of an embed from its canonical JSON. */
export function tokenOfJson(json: string): string {
  return EMBED_PREFIX + json
}

/** What is inserted for a token: its text, or its embed. */
export function insertOf(token: string): string | EmbedValue {
  if (token === INNER_LINE_END) return ' '
  if (!isEmbedToken(token)) return token
  const value: unknown = JSON.parse(embedJson(token))
  return embedValue(value)
}

function isEmbedValue(value: unknown): value is EmbedValue {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** The token's length in the `Y.Text`, in UTF-16 units. */
export function tokenLength(token: string): number {
  return isEmbedToken(token) ? 1 : token.length
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (!isEmbedValue(value))
    return typeof value === 'object' || typeof value === 'bigint' || value === undefined
      ? 'null'
      : JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join()}}`
}
