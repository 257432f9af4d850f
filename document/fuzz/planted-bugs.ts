import { bindingRules } from '../src/client/binding-rules.ts'
import type { BindingRules } from '../src/client/binding-rules.ts'
import type { FlatBlock } from '../src/flat/block.ts'
import { diffTokens } from '../src/flat/diff.ts'
import { EditBuilder } from '../src/flat/edit-builder.ts'
import { attributesOf } from '../src/flat/format.ts'
import { insertOf, isEmbedToken } from '../src/flat/token.ts'
import { tokensOf } from '../src/flat/tokens.ts'
import type { Tokens } from '../src/flat/tokens.ts'

/** Bindings that each break one rule: a fuzz that does not catch them proves nothing. */
export const PLANTED_BUGS: Record<string, BindingRules> = {
  'compares UTF-16 units instead of code points': {
    ...bindingRules,
    diff: (old, now, caret) => diffTokens(unitsOf(old), unitsOf(now), caret),
  },
  'does not rebase an edit that waited over the ones that came in': {
    ...bindingRules,
    transform: (own, theirs) => ({ own, theirs }),
  },
  'writes a changed block again instead of its changes': { ...bindingRules, diff: rewrite },
  'puts only the first change of a remote edit into the editor': {
    ...bindingRules,
    splice: ({ edit, ...rest }) => {
      const first = edit.findIndex((op) => !('retain' in op) || op.attributes)
      return bindingRules.splice({ ...rest, edit: edit.slice(0, first + 1) })
    },
  },
}

function unitsOf(blocks: readonly FlatBlock[]): Tokens {
  const whole = tokensOf(blocks)
  const units: Tokens = { tokens: [], formats: [], blocks: [] }
  for (const [i, token] of whole.tokens.entries()) {
    for (const unit of isEmbedToken(token) ? [token] : token.split('')) {
      units.tokens.push(unit)
      units.formats.push(whole.formats[i] ?? '')
      units.blocks.push(whole.blocks[i] ?? 0)
    }
  }
  return units
}

function rewrite(old: readonly FlatBlock[], now: readonly FlatBlock[], caret: number | null) {
  const before = tokensOf(old)
  const after = tokensOf(now)
  if (before.tokens.join() === after.tokens.join()) return diffTokens(before, after, caret)
  const edit = new EditBuilder()
  edit.delete(old.reduce((length, block) => length + block.length, 0))
  for (const [i, token] of after.tokens.entries())
    edit.insert(insertOf(token), attributesOf(token, after.formats[i] ?? ''))
  return edit.finish()
}
