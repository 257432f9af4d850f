import type * as Y from 'yjs'
import type { DeltaAttributes, TextDelta } from '../model.ts'
import { BlockBuilder } from './block-builder.ts'
import type { FieldShape } from './block-builder.ts'
import { EMPTY_BLOCK } from './block.ts'
import type { FlatBlock } from './block.ts'
import { NO_FORMAT, readBlockFormat, readInlineFormat } from './format.ts'
import { deltaOfItems } from './items-delta.ts'
import { embedToken } from './token.ts'

/** Reads a whole field; there is always at least one block, and their lengths are the text's. */
export function readFlatBlocks(text: Y.Text, shape: FieldShape): FlatBlock[] {
  const delta: TextDelta = text.toDelta()
  const blocks = readDelta(delta, shape)
  // A hostile client may embed a bare string, which a delta does not tell from characters.
  return lengthOf(blocks) === text.length ? blocks : readDelta(deltaOfItems(text), shape)
}

function lengthOf(blocks: readonly FlatBlock[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0)
}

/** Reads the delta of a whole field; there is always at least one block. */
export function readDelta(delta: TextDelta, shape: FieldShape): FlatBlock[] {
  const builder = new BlockBuilder(shape)
  for (const { insert, attributes } of delta) addInsert(builder, insert, attributes)
  const blocks = builder.finish().map(({ block }) => block)
  return blocks.length > 0 ? blocks : [EMPTY_BLOCK]
}

/** Adds what a delta inserts, read by the model's rules. */
export function addInsert(builder: BlockBuilder, insert: unknown, attributes: DeltaAttributes | undefined): void {
  if (typeof insert !== 'string') {
    builder.add(embedToken(insert), NO_FORMAT)
    return
  }
  const lines = insert.split('\n')
  const inline = readInlineFormat(attributes)
  for (const [i, line] of lines.entries()) {
    if (i > 0) builder.endLine(readBlockFormat(attributes))
    builder.add(line, inline)
  }
}
