/** The normal form of a field: what every reader of it agrees on, whatever the deltas that led there. */
import type { BlockKind, Embed, InlineAttributes } from '../model.ts'

/** A stretch of characters with the same attributes, or one embed (which carries no attribute). */
export type Inline = { text: string; attributes: InlineAttributes } | { embed: Embed }

/** One block of a field in normal form; `checked` is false unless the kind is `check`. */
export interface Block {
  kind: BlockKind
  indent: number
  checked: boolean
  inlines: Inline[]
}

/** The attributes as one comparable string. */
export function attributesKey(attributes: InlineAttributes): string {
  const { bold, italic, underline, strike, code, link } = attributes
  return `${bold ? 'b' : ''}${italic ? 'i' : ''}${underline ? 'u' : ''}${strike ? 's' : ''}${code ? 'c' : ''}|${link ?? ''}`
}

/** Adds text to a block's inlines, joining it to the one before when their attributes are the same. */
export function appendText(inlines: Inline[], text: string, attributes: InlineAttributes): void {
  if (text === '') return
  const last = inlines.at(-1)
  if (last && 'text' in last && attributesKey(last.attributes) === attributesKey(attributes)) last.text += text
  else inlines.push({ text, attributes })
}
