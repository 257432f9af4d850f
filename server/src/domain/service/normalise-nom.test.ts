import { describe, expect, it } from 'vitest'
import { normaliseNom } from './normalise-nom.ts'

describe('normaliseNom', () => {
  it.each([
    ['Énergie', 'energie'],
    ['  Direction   de\tl’Eau ', "direction de l'eau"],
    ['Œuvres sociales', 'oeuvres sociales'],
    ['SERVICE\u00a0CULTURE', 'service culture'],
    ['Cafe\u0301', 'cafe'],
    ['', ''],
  ])('reads %j as %j', (nom, normalised) => {
    expect(normaliseNom(nom)).toBe(normalised)
  })

  it('changes nothing the second time', () => {
    const once = normaliseNom('Pôle « Transition Écologique »')
    expect(normaliseNom(once)).toBe(once)
  })
})
