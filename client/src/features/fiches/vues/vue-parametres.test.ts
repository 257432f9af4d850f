import { expect, it } from 'vitest'
import { readFichesSearch } from '../fiches-search.ts'
import { isModified, parametresOf, searchOfVue } from './vue-parametres.ts'

const SEARCH = {
  vue: 'frise',
  q: 'haies & talus',
  tri: '-fin',
  statut: 'EN_COURS,BLOQUE',
  champs: 'fin,statut',
  largeurs: 'fin:200',
  fin: '2026-01-01..',
}

it('keeps what an address shows, whatever its order, and gives it back', () => {
  const search = readFichesSearch(SEARCH)
  const vue = { id: 'VnVlOjE=', parametres: parametresOf(search) }
  expect(vue.parametres).toBe(
    'champs=fin%2Cstatut&fin=2026-01-01..&largeurs=fin%3A200&q=haies+%26+talus&statut=EN_COURS%2CBLOQUE&tri=-fin&vue=frise',
  )
  expect(searchOfVue(vue)).toEqual({ ...search, enregistree: vue.id })
  expect(isModified(searchOfVue(vue), vue)).toBe(false)
  expect(isModified({ ...searchOfVue(vue), q: undefined }, vue)).toBe(true)
})

it('finds words of digits again, and leaves out what pages no longer understand', () => {
  const vue = { id: 'a', parametres: parametresOf(readFichesSearch({ q: 2026 })) }
  expect(searchOfVue(vue).q).toBe('2026')
  expect(isModified(readFichesSearch({ q: 2026 }), vue)).toBe(false)
  expect(isModified(readFichesSearch({}), { id: 'a', parametres: 'ancien=oui&statut=DISPARU' })).toBe(false)
})
