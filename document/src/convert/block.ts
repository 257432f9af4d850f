/** The normal form of a field: what every reader of it agrees on, whatever the deltas that led there. */
import * as z from 'zod/mini'
import { embedSchema } from '../embeds.ts'
import { isLink } from '../links.ts'
import { BLOCK_KINDS, MAX_INDENT } from '../model.ts'
import type { Embed, InlineAttributes } from '../model.ts'

/** A stretch of characters with the same attributes, or one embed (which carries no attribute). */
export type Inline = { text: string; attributes: InlineAttributes } | { embed: Embed }

const mark = z.optional(z.literal(true))

const inlineAttributesSchema = z.strictObject({
  bold: mark,
  italic: mark,
  underline: mark,
  strike: mark,
  code: mark,
  link: z.optional(z.string().check(z.refine(isLink, 'an absolute http, https or mailto address'))),
})

const inlineSchema = z.union([
  z.strictObject({
    text: z.string().check(z.regex(/^[^\n]+$/, 'one line')),
    attributes: inlineAttributesSchema,
  }),
  z.strictObject({ embed: embedSchema }),
])

/** One block of a field in normal form; `checked` is false unless the kind is `check`. */
export const blockSchema = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  indent: z.int().check(z.minimum(0), z.maximum(MAX_INDENT)),
  checked: z.boolean(),
  inlines: z.array(inlineSchema),
})

/** A whole field: never without a block. */
export const blocksSchema = z.array(blockSchema).check(z.minLength(1))

export type Block = Omit<z.infer<typeof blockSchema>, 'inlines'> & { inlines: Inline[] }

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
