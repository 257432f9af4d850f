import { IconUser } from '@tabler/icons-react'
import { describe, expect, it } from 'vitest'
import { entriesHolding, grouped, type PaletteEntry } from './palette-entry.ts'

const entry = (label: string, given: Partial<PaletteEntry> = {}): PaletteEntry => ({
  key: label,
  group: 'pages',
  label,
  icon: IconUser,
  leads: true,
  run: () => undefined,
  ...given,
})

describe('entriesHolding', () => {
  const entries = [
    entry('Créer une fiche', { words: 'nouvelle' }),
    entry('Mes fiches'),
    entry('Clés d’API'),
    entry('Fiches liées'),
  ]
  const found = (recherche: string) => entriesHolding(entries, recherche).map(({ label }) => label)

  it('finds every word, accents and case apart, in the name or beside it', () => {
    expect(found('CREER')).toEqual(['Créer une fiche'])
    expect(found('cles')).toEqual(['Clés d’API'])
    expect(found('fiche nouvelle')).toEqual(['Créer une fiche'])
    expect(found('fiche membre')).toEqual([])
  })

  it('puts first those whose name begins with the words', () => {
    expect(found('fiche')).toEqual(['Fiches liées', 'Créer une fiche', 'Mes fiches'])
  })

  it('keeps all of them for no word', () => {
    expect(found(' ')).toHaveLength(entries.length)
  })
})

describe('grouped', () => {
  it('names each group once, in its order, and none that is empty', () => {
    const groups = grouped([entry('Un plan', { group: 'plans' }), entry('Journal'), entry('Vu', { group: 'recents' })])
    expect(groups.map(({ label, entries }) => [label, entries.length])).toEqual([
      ['Vus récemment', 1],
      ['Pages', 1],
      ['Plans', 1],
    ])
  })
})
