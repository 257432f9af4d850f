import { expect, it } from 'vitest'
import { lastRealise, serieInWords } from './serie.ts'

const points = [
  { periode: '2019-01-01', objectif: null, realise: '1234.5' },
  { periode: '2025-01-01', objectif: '1000', realise: '1100' },
  { periode: '2030-01-01', objectif: '800', realise: null },
]

it('says a curve in words', () => {
  expect(serieInWords(points, { unite: 'GWh', periodicite: 'ANNUELLE' })).toBe(
    'Réalisé\u00a0: 1\u202f234,5\u00a0GWh en 2019, 1\u202f100\u00a0GWh en 2025. Objectif\u00a0: 800\u00a0GWh en 2030.',
  )
  expect(serieInWords(points.slice(0, 1), { unite: '', periodicite: 'MENSUELLE' })).toBe(
    'Réalisé\u00a0: 1\u202f234,5 en janvier 2019.',
  )
  expect(serieInWords([], { unite: '%', periodicite: 'ANNUELLE' })).toBe('')
})

it('finds the last measure before the objectifs to come', () => {
  expect(lastRealise(points)).toMatchObject({ periode: '2025-01-01', realise: '1100' })
  expect(lastRealise(points.slice(2))).toBeNull()
})
