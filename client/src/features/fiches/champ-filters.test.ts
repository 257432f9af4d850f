import { describe, expect, it } from 'vitest'
import { champText, champValueOf, champWhere } from './champ-filters.ts'
import { hasFilters, readFichesSearch, withoutFilters } from './fiches-search.ts'
import { whereOf } from './fiches-where.ts'

const CHAMP = 'champ.Q2hhbXBQcm9wcmU6MDE'

describe('a filter by champ propre', () => {
  it('is read as it was written, and what it says wrong is nothing', () => {
    const good = [
      'avec',
      'sans',
      'texte:haies, talus',
      'nombre:-3..12.5',
      'nombre:..0',
      'date:2026-03-12..',
      'choix:a,b',
    ]
    for (const text of good) {
      const value = champValueOf(text)
      expect(value && champText(value)).toBe(text)
    }
    for (const text of ['', 'x', 'texte: ', 'nombre:..', 'nombre:1e5..', 'date:hier..', 'choix:', 'TEXTE:a'])
      expect([text, champValueOf(text)]).toEqual([text, null])
    const long = (count: number) => champValueOf(`texte:${'a'.repeat(count)}`)
    expect([long(200), long(201)]).toEqual(Array.from({ length: 2 }, () => ({ kind: 'texte', words: 'a'.repeat(200) })))
  })

  it('asks the server for both ends of a span', () => {
    const asked = (text: string) => champWhere('champ.id', text)
    expect(asked('sans')).toEqual([{ champ: 'id', isNull: true }])
    expect(asked('nombre:1..')).toEqual([{ champ: 'id', nombre: { atLeast: '1', atMost: null } }])
    expect(asked('date:2026-01-01..2026-12-31')).toEqual([
      { champ: 'id', date: { after: '2025-12-31', before: '2027-01-01' } },
    ])
    expect(asked('choix:a,b')).toEqual([{ champ: 'id', choix: { in: ['a', 'b'] } }])
  })

  it('is of an address that names one plan, and goes with the other filters', () => {
    const search = readFichesSearch({ plan: 'a', [CHAMP]: 'texte:haies' })
    expect(whereOf(search, 'c').champsPropres).toEqual([{ champ: 'Q2hhbXBQcm9wcmU6MDE', texte: { contains: 'haies' } }])
    expect(hasFilters({ ...search, plan: undefined })).toBe(true)
    expect(whereOf(withoutFilters(search), 'c')).toEqual({ collectivite: { equals: 'c' } })
    for (const plan of [undefined, 'avec', 'sans', 'a,b'])
      expect(readFichesSearch({ plan, [CHAMP]: 'avec' })).not.toHaveProperty([CHAMP])
  })
})
