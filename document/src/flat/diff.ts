import type { TextEdit } from '../model.ts'
import { align } from './align.ts'
import type { FlatBlock } from './block.ts'
import { EditBuilder } from './edit-builder.ts'
import { attributesOf, formatChange } from './format.ts'
import { insertOf, tokenLength } from './token.ts'
import { tokensOf } from './tokens.ts'
import type { Tokens } from './tokens.ts'

/**
 * The smallest delta that turns the old blocks into the new ones: no code point is split, no kept character moves, and
 * attributes change on what is kept only. `caret` (UTF-16 units from the start of the new blocks) settles what the text leaves open.
 */
export function diffBlocks(old: readonly FlatBlock[], now: readonly FlatBlock[], caret: number | null): TextEdit {
  return diffTokens(tokensOf(old), tokensOf(now), caret)
}

/** As `diffBlocks`, on tokens. */
export function diffTokens(old: Tokens, now: Tokens, caret: number | null): TextEdit {
  const edit = new EditBuilder()
  let i = 0
  let j = 0
  const editUpTo = (oldEnd: number, nowEnd: number) => {
    for (; i < oldEnd; i++) edit.delete(tokenLength(old.tokens[i] ?? ''))
    for (; j < nowEnd; j++) {
      const token = now.tokens[j] ?? ''
      edit.insert(insertOf(token), attributesOf(token, now.formats[j] ?? ''))
    }
  }
  for (const [keptOld, keptNow] of align(old, now, caret)) {
    editUpTo(keptOld, keptNow)
    const token = old.tokens[keptOld] ?? ''
    const from = old.formats[keptOld] ?? ''
    const to = now.formats[keptNow] ?? ''
    edit.retain(tokenLength(token), from === to ? undefined : formatChange(token, from, to))
    i = keptOld + 1
    j = keptNow + 1
  }
  editUpTo(old.tokens.length, now.tokens.length)
  return edit.finish()
}
