import { blockDeltaAttributes } from '../attributes.ts'
import type { DeltaAttributes, TextDelta } from '../model.ts'
import type { Block } from './block.ts'

function piece(insert: string | Record<string, unknown>, attributes: DeltaAttributes): TextDelta[number] {
  return Object.keys(attributes).length > 0 ? { insert, attributes } : { insert }
}

/** The delta of a whole field from its blocks; it ends with the `\n` of the last one, and with no other. */
export function writeBlocks(blocks: Block[]): TextDelta {
  const delta: TextDelta = []
  for (const block of blocks) {
    for (const inline of block.inlines) {
      delta.push('text' in inline ? piece(inline.text, { ...inline.attributes }) : piece({ ...inline.embed }, {}))
    }
    delta.push(piece('\n', blockDeltaAttributes(block)))
  }
  return delta.length > 0 ? delta : [{ insert: '\n' }]
}
