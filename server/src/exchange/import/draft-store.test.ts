import { describe, expect, test } from 'vitest'
import { DraftStore } from './draft-store.ts'
import { DRAFT_LIFETIME_MS, MAX_DRAFT_CHARACTERS, MAX_DRAFTS_PER_USER } from './import-limits.ts'
import type { Workbook } from './sheet.ts'

const workbookOf = (text: string): Workbook => ({
  date1904: false,
  sheets: [
    {
      name: 'F',
      rows: [{ number: 1, cells: [{ column: 1, content: { kind: 'text', text }, formula: false, inherited: false }] }],
    },
  ],
})

const given = (userId: string, text = 'x') => ({ userId, siren: '1', fileName: 'a.xlsx', workbook: workbookOf(text) })

describe('DraftStore', () => {
  test('gives a draft to its person only, for an hour', () => {
    let now = 0
    const store = new DraftStore(() => now)
    const { id } = store.add(given('a'))
    expect(store.get({ id, userId: 'b' })).toBeNull()
    now = DRAFT_LIFETIME_MS - 1
    expect(store.get({ id, userId: 'a' })).not.toBeNull()
    now = DRAFT_LIFETIME_MS
    expect(store.get({ id, userId: 'a' })).toBeNull()
  })

  test(`keeps ${MAX_DRAFTS_PER_USER} of one person, the last ones`, () => {
    const store = new DraftStore()
    const other = store.add(given('b'))
    const drafts = Array.from({ length: MAX_DRAFTS_PER_USER + 1 }, () => store.add(given('a')))
    expect(drafts.map(({ id }) => store.get({ id, userId: 'a' }) !== null)).toEqual([false, true, true, true])
    expect(store.get({ id: other.id, userId: 'b' })).not.toBeNull()
  })

  test('lets the oldest go when all of them are too large, but for one being carried out', () => {
    const store = new DraftStore()
    const large = 'x'.repeat(MAX_DRAFT_CHARACTERS / 2 - 100)
    const [first, second] = [store.add(given('a', large)), store.add(given('b', large))]
    first.state = { kind: 'running', step: 'PLAN' }
    const third = store.add(given('c', large))
    expect(store.get({ id: first.id, userId: 'a' })).not.toBeNull()
    expect(store.get({ id: second.id, userId: 'b' })).toBeNull()
    expect(store.get({ id: third.id, userId: 'c' })).not.toBeNull()
  })
})
