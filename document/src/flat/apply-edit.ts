import type { TextEdit } from '../model.ts'
import { BlockBuilder } from './block-builder.ts'
import type { BuiltBlock, FieldShape } from './block-builder.ts'
import type { FlatBlock } from './block.ts'
import { EditReader } from './edit-reader.ts'
import { changeFormat } from './format.ts'
import { addInsert } from './read-text.ts'
import { tokenLength } from './token.ts'
import { tokensOf } from './tokens.ts'

const REPLACEMENT_CHARACTER = '\ufffd'

/**
 * Applies a delta to a stretch of blocks, and says which block each result keeps its first token of.
 * The delta must not go past the stretch.
 */
export function applyEdit(blocks: readonly FlatBlock[], edit: TextEdit, shape: FieldShape): BuiltBlock[] {
  const builder = new BlockBuilder(shape)
  const reader = new EditReader(edit)
  const old = tokensOf(blocks)
  const addInserted = () => {
    while (reader.kind === 'insert') {
      const op = reader.take()
      if ('insert' in op) addInsert(builder, op.insert, op.attributes)
    }
  }
  const keep = (text: string, format: string, source: number | null) => {
    if (text === '\n') builder.endLine(format, source)
    else builder.add(text, format, source)
  }
  for (const [i, token] of old.tokens.entries()) {
    const length = tokenLength(token)
    for (let taken = 0; taken < length;) {
      addInserted()
      const size = Math.min(length - taken, reader.left)
      const op = reader.take(size)
      taken += size
      // Yjs puts a replacement character for each half of a surrogate pair that a hostile delta cuts.
      const text = size === length ? token : REPLACEMENT_CHARACTER
      if ('retain' in op) keep(text, changeFormat(token, old.formats[i] ?? '', op.attributes), old.blocks[i] ?? null)
    }
  }
  addInserted()
  return builder.finish()
}
