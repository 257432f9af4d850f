import { expect, test } from 'vitest'
import { createStatementNames, MAX_STATEMENTS } from './statement-names.ts'

test('a statement that comes for the third time has a name, and keeps it', () => {
  const nameOf = createStatementNames()
  const names = [1, 2, 3, 4].map(() => nameOf({ sql: 'SELECT 1' }))
  expect(names).toEqual(['', '', 'p0', 'p0'])
})

test('two statements have two names', () => {
  const nameOf = createStatementNames()
  const third = (sql: string) => [1, 2, 3].map(() => nameOf({ sql })).at(-1)
  expect([third('SELECT 1'), third('SELECT 2')]).toEqual(['p0', 'p1'])
})

test('no more statements are named than a connection may keep', () => {
  const nameOf = createStatementNames()
  const third = (sql: string) => [1, 2, 3].map(() => nameOf({ sql })).at(-1)
  const names = Array.from({ length: MAX_STATEMENTS + 1 }, (_, index) => third(`SELECT ${index}`))
  expect(names.slice(-2)).toEqual([`p${MAX_STATEMENTS - 1}`, ''])
  expect(nameOf({ sql: 'SELECT 0' })).toBe('p0')
})
