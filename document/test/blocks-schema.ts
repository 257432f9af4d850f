import * as z from 'zod/mini'
import { readEmbed } from '../src/embeds.ts'
import { isLink } from '../src/links.ts'
import { BLOCK_KINDS, MAX_INDENT } from '../src/model.ts'

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
  z.strictObject({ embed: z.unknown().check(z.refine((value) => readEmbed(value) !== null, 'an embed of ours')) }),
])

const blockSchema = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  indent: z.int().check(z.minimum(0), z.maximum(MAX_INDENT)),
  checked: z.boolean(),
  inlines: z.array(inlineSchema),
})

/** What a whole field in normal form is: never without a block. */
export const blocksSchema = z.array(blockSchema).check(z.minLength(1))
