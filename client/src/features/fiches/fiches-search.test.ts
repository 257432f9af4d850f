import { describe, expect, it } from 'vitest'
import { FILTER_NAMES, filterOf } from './fiche-filters.ts'
import { orderByOf, readFichesSearch, withoutFilters } from './fiches-search.ts'
import { whereOf } from './fiches-where.ts'

const asked = (search: Record<string, unknown>) => whereOf(readFichesSearch(search), 'c')

/** Only what an address says. */
const said = (search: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(readFichesSearch(search)).filter(([, value]) => value !== undefined))

describe('an address of fiches', () => {
  it('is read as it was written, and what it says wrong is left out', () => {
    const good = {
      vue: 'frise',
      q: 'haies',
      tri: '-fin',
      champs: 'fin,statut',
      statut: 'EN_COURS,BLOQUE',
      pilote: 'sans',
      fin: '2026-01-01..',
      retard: 'oui',
    }
    expect(said(good)).toEqual(good)
    expect(
      said({ vue: 'x', q: '', tri: 'nom', champs: 'x', statut: 'X', retard: 'avec', fin: '..', liens: 'U2Vy', x: 1 }),
    ).toEqual({})
    expect(said({ q: 2026, statut: 'EN_COURS,X', fin: 'hier..2026-02-03' })).toEqual({
      q: '2026',
      statut: 'EN_COURS',
      fin: '..2026-02-03',
    })
  })

  it('asks the server for all of it together', () => {
    expect(
      asked({
        q: 'haies',
        statut: 'EN_COURS',
        pilote: 'sans',
        liens: 'avec',
        fin: '2026-01-01..2026-12-31',
        plan: 'a,b',
      }),
    ).toEqual({
      collectivite: { equals: 'c' },
      recherche: 'haies',
      statut: { in: ['EN_COURS'] },
      dateFin: { after: '2025-12-31', before: '2027-01-01' },
      plan: { in: ['a', 'b'] },
      avec: ['LIENS'],
      sans: ['PILOTES'],
    })
    expect(asked({ retard: 'non', restreinte: 'oui' })).toMatchObject({ enRetard: false, restreinte: true })
    expect(orderByOf(readFichesSearch({ tri: '-fin' }))).toEqual({ field: 'DATE_FIN', direction: 'DESC' })
    expect(orderByOf(readFichesSearch({}))).toEqual({ field: 'TITRE', direction: 'ASC' })
  })

  it.each(FILTER_NAMES.flatMap((name) => (filterOf(name).champ ? [name] : [])))('asks with and without %s', (name) => {
    const { champ } = filterOf(name)
    expect(asked({ [name]: 'avec' })).toEqual({ collectivite: { equals: 'c' }, avec: [champ] })
    expect(asked({ [name]: 'sans' })).toEqual({ collectivite: { equals: 'c' }, sans: [champ] })
  })

  it('forgets its filters and keeps its view', () => {
    const search = withoutFilters(readFichesSearch({ q: 'haies', statut: 'sans', vue: 'cartes', tri: 'fin' }))
    expect(said({ ...search })).toEqual({ vue: 'cartes', tri: 'fin' })
  })
})

it('shows the column of a champ propre only where the list is of one plan', () => {
  const champs = 'statut,champ.Q2hhbXA6MQ==,fin'
  expect(readFichesSearch({ champs, plan: 'UGxhbjox' }).champs).toBe(champs)
  expect(readFichesSearch({ champs }).champs).toBe('statut,fin')
  expect(readFichesSearch({ champs, plan: 'UGxhbjox,UGxhbjoy' }).champs).toBe('statut,fin')
})
