import type * as Y from 'yjs'
import { readBlockAttributes, readInlineAttributes } from '../attributes.ts'
import { readEmbed } from '../embeds.ts'
import type { DeltaAttributes, TextDelta } from '../model.ts'
import { appendText } from './block.ts'
import type { Block, Inline } from './block.ts'
import { cleanText } from './clean-text.ts'

function closeBlock(inlines: Inline[], attributes: DeltaAttributes | undefined): Block {
  const { kind, indent, checked } = readBlockAttributes(attributes)
  return { kind, indent, checked: checked && kind === 'check', inlines }
}

/**
 * Reads a whole field into its normal form: at least one block, neighbouring texts of the same attributes joined,
 * what the model does not know left out. Text after the last `\n` reads as a paragraph. Never throws.
 */
export function readBlocks(delta: TextDelta): Block[] {
  const blocks: Block[] = []
  let inlines: Inline[] = []
  for (const { insert, attributes } of delta) {
    if (typeof insert !== 'string') {
      const embed = readEmbed(insert)
      if (embed) inlines.push({ embed })
      continue
    }
    const [first = '', ...rest] = insert.split('\n')
    appendText(inlines, cleanText(first), readInlineAttributes(attributes))
    for (const line of rest) {
      blocks.push(closeBlock(inlines, attributes))
      inlines = []
      appendText(inlines, cleanText(line), readInlineAttributes(attributes))
    }
  }
  if (inlines.length > 0 || blocks.length === 0) blocks.push(closeBlock(inlines, undefined))
  return blocks
}

/** Reads a live field into its normal form. */
export function readTextBlocks(text: Y.Text): Block[] {
  const delta: TextDelta = text.toDelta()
  return readBlocks(delta)
}
