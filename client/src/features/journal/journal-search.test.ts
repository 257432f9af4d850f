import { expect, it } from 'vitest'
import { journalWhere, QUOI_LABELS, readJournalSearch } from './journal-search.ts'
import { JOURNAL_OBJETS } from '../../ui/journal/journal-words.ts'

it('reads an address, and leaves out what it says wrong', () => {
  expect(readJournalSearch({ membre: 'x', quoi: 'textes', depuis: '2026-03-12', jusquau: '2026-03-12' })).toEqual({
    membre: 'x',
    quoi: 'textes',
    depuis: '2026-03-12',
    jusquau: '2026-03-12',
  })
  expect(readJournalSearch({ membre: 7, quoi: 'toString', depuis: '12/03/2026', jusquau: '2026-13-45' })).toEqual({})
})

it('asks nothing of the server when nothing is chosen', () => {
  expect(journalWhere({})).toBeNull()
})

it('asks from the first instant of the first day to the last of the last, those of the reader', () => {
  const where = journalWhere({ depuis: '2026-03-12', jusquau: '2026-03-31' })
  expect(where).toEqual({
    depuis: new Date(2026, 2, 12).toISOString(),
    avant: new Date(2026, 3, 1).toISOString(),
  })
})

it('has every objet in one kind, and one only', () => {
  const asked = Object.keys(QUOI_LABELS).flatMap((quoi) => journalWhere(readJournalSearch({ quoi }))?.objet ?? [])
  expect(asked.toSorted()).toEqual([...JOURNAL_OBJETS].toSorted())
})
