import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWithTwoEdits } from '../../test/arbitrary-text.ts'
import type { TextEdit } from '../model.ts'
import { applyEdit } from './apply-edit.ts'
import type { FlatBlock } from './block.ts'
import { compose } from './compose.ts'
import { oldLength } from './edit-builder.ts'
import { mapPosition, mapPositionBack } from './map-position.ts'
import { transformPair } from './transform.ts'
import { TwoSides } from './two-sides.ts'

function applied(blocks: readonly FlatBlock[], edit: TextEdit): FlatBlock[] {
  return applyEdit(blocks, edit, 'rich').map(({ block }) => block)
}

describe('two edits made on one text', () => {
  test('[B20] give the same text in either order', () => {
    fc.assert(
      fc.property(textWithTwoEdits, ([blocks, a, b]) => {
        const { own, theirs } = transformPair(a, b)
        expect(applied(applied(blocks, a), theirs)).toEqual(applied(applied(blocks, b), own))
      }),
      { numRuns: 3000 },
    )
  })

  test('[B21] compose into one that does what both do', () => {
    fc.assert(
      fc.property(textWithTwoEdits, ([blocks, a, b]) => {
        const { theirs } = transformPair(a, b)
        expect(applied(blocks, compose(a, theirs))).toEqual(applied(applied(blocks, a), theirs))
      }),
      { numRuns: 3000 },
    )
  })

  test('[B20] keep what is typed at the end of a line in it, when the other begins a new line there', () => {
    const typed: TextEdit = [{ retain: 3 }, { insert: 'x', attributes: {} }]
    const enter: TextEdit = [{ retain: 3 }, { insert: '\n', attributes: {} }]
    expect(transformPair(typed, enter).own).toEqual(typed)
    expect(transformPair(enter, typed).theirs).toEqual(typed)
  })
})

describe('the two sides of a binding', () => {
  test('[B22] come together whatever each did while the other waited', () => {
    fc.assert(
      fc.property(textWithTwoEdits, ([blocks, local, remote]) => {
        const sides = new TwoSides()
        sides.editLocally(local)
        sides.editRemotely(remote)
        const editor = applied(applied(blocks, local), sides.takeBehind())
        const text = applied(applied(blocks, remote), sides.takeUnsent())
        expect(editor).toEqual(text)
      }),
    )
  })
})

describe('a position', () => {
  test('[B23] goes with the characters around it', () => {
    const edit: TextEdit = [{ retain: 2 }, { insert: 'xyz', attributes: {} }, { retain: 1 }, { delete: 2 }]
    expect(mapPosition({ edit, offset: 2, stay: 'before' })).toBe(2)
    expect(mapPosition({ edit, offset: 2, stay: 'after' })).toBe(5)
    expect(mapPosition({ edit, offset: 4, stay: 'before' })).toBe(6)
    expect(mapPosition({ edit, offset: 9, stay: 'before' })).toBe(10)
  })

  test('[B23] of a kept character is found again from the new text', () => {
    fc.assert(
      fc.property(textWithTwoEdits, ([, edit]) => {
        let offset = 0
        for (const op of edit) {
          if ('retain' in op) {
            const there = mapPosition({ edit, offset, stay: 'after' })
            expect(mapPositionBack({ edit, offset: there })).toBe(offset)
          }
          offset += oldLength(op)
        }
      }),
    )
  })
})
