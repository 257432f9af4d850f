import { describe, expect, it } from 'vitest'
import { linkedAlready, linkInput, RELATIONS, seenFrom } from './relation.ts'

const here = { id: 'here' }
const there = { id: 'there' }

describe('a link seen from one of its ends', () => {
  it('says what the fiche does to the other, or what the other does to it', () => {
    const lien = { type: 'CONTRIBUE_A' as const, fiche: here, autre: there }
    expect(seenFrom('here', lien)).toEqual({ relation: 'CONTRIBUE_A', fiche: there })
    expect(seenFrom('there', lien)).toEqual({ relation: 'SOUTENUE_PAR', fiche: here })
  })

  it('is asked for from either end with the same words', () => {
    for (const { relation } of RELATIONS) {
      const { type, ficheId } = linkInput(relation, { ficheId: 'here', autreId: 'there' })
      const [fiche, autre] = ficheId === 'here' ? [here, there] : [there, here]
      expect(seenFrom('here', { type, fiche, autre })).toEqual({ relation, fiche: there })
    }
  })
})

it('is made once of each type between two fiches, whatever its direction', () => {
  const linked = [
    { relation: 'SOUTENUE_PAR' as const, ficheId: 'supports' },
    { relation: 'LIEE' as const, ficheId: 'linked' },
  ]
  expect(linkedAlready('CONTRIBUE_A', linked)).toEqual(['supports'])
  expect(linkedAlready('SOUTENUE_PAR', linked)).toEqual(['supports'])
  expect(linkedAlready('LIEE', linked)).toEqual(['linked'])
  expect(linkedAlready('DEPEND_DE', linked)).toEqual([])
})
