import { expect, it } from 'vitest'
import { setChanges, withChanges } from './set-changes.ts'

it('says what a list gained and lost', () => {
  expect(setChanges(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], removed: ['a'] })
})

it('keeps what a colleague added or took away meanwhile', () => {
  expect(withChanges(['a', 'theirs'], { added: ['mine'], removed: [] })).toEqual(['a', 'theirs', 'mine'])
  expect(withChanges(['theirs'], { added: [], removed: ['a'] })).toEqual(['theirs'])
  expect(withChanges(['a', 'same'], { added: ['same'], removed: [] })).toEqual(['a', 'same'])
})
