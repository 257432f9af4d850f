import { describe, expect, it } from 'vitest'
import { plainFieldDelta, seededFields } from './seed.ts'

describe('a new document', () => {
  it('has every field of a fiche, the given ones and empty ones', () => {
    const titre = plainFieldDelta('titre', 'Plan\nvélo')
    expect(seededFields('fiche', { titre })).toEqual({
      titre: [{ insert: 'Plan vélo\n' }],
      description: [{ insert: '\n' }],
      objectifs: [{ insert: '\n' }],
      moyens: [{ insert: '\n' }],
      financements: [{ insert: '\n' }],
    })
  })

  it('keeps the fields given for the axes of a plan', () => {
    const axe = 'axe:11111111-1111-4111-8111-111111111111'
    expect(Object.keys(seededFields('plan', { [axe]: plainFieldDelta(axe, 'a') }))).toEqual(['description', axe])
  })
})
