import { expect, it } from 'vitest'
import { isGenre, usesWords } from './genres.ts'

it('reads a kind of an address, and nothing else', () => {
  expect(isGenre('TAG')).toBe(true)
  for (const value of ['tag', 'toString', 1, undefined]) expect(isGenre(value)).toBe(false)
})

it('says how much a label serves', () => {
  expect(usesWords('TAG', 0)).toBe('Ne sert à aucune fiche')
  expect(usesWords('TAG', 12)).toBe('12\u00a0fiches')
  expect(usesWords('FINANCEUR', 1)).toBe('1\u00a0ligne de financeurs')
})
