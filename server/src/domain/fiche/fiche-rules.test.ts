import { describe, expect, it } from 'vitest'
import { ValidationError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { MAX_TITRE_CHARACTERS, newFichesSchema } from './fiche-rules.ts'

const planId = 'a0000000-0000-4000-8000-000000000001'

function parsed(fiche: object) {
  return parseInput(newFichesSchema, { planId, fiches: [{ axeId: null, titre: 'Planter des haies', ...fiche }] })
    .fiches[0]
}

function codes(fiche: object): string[] {
  try {
    parsed(fiche)
    return []
  } catch (error) {
    if (error instanceof ValidationError) return error.issues.map(({ code }) => code)
    throw error
  }
}

describe('rules of a new fiche', () => {
  it('accepts a titre of 300 characters and refuses one more, counting what people see as one', () => {
    expect(codes({ titre: '🌳'.repeat(MAX_TITRE_CHARACTERS) })).toEqual([])
    expect(codes({ titre: '🌳'.repeat(MAX_TITRE_CHARACTERS + 1) })).toEqual(['TITRE_TOO_LONG'])
  })

  it('refuses a titre without a word', () => {
    expect(codes({ titre: ' \n ' })).toEqual(['TITRE_EMPTY'])
  })

  it('keeps a titre on one line', () => {
    expect(parsed({ titre: ' Planter\r\n  des haies\u2028vives ' })?.titre).toBe('Planter des haies vives')
  })

  it('accepts one day, and refuses an end before the start, on the end', () => {
    expect(codes({ dateDebut: '2026-03-01', dateFin: '2026-03-01' })).toEqual([])
    expect(codes({ dateDebut: '2026-03-02', dateFin: '2026-03-01' })).toEqual(['DATES_REVERSED'])
    expect(codes({ dateDebut: '2026-03-02' })).toEqual([])
  })

  it('refuses a day that does not exist', () => {
    expect(codes({ dateDebut: '2026-02-30' })).toEqual(['INVALID_FORMAT'])
  })

  it('tells everything that is wrong at once, and where', () => {
    const wrong = () => parseInput(newFichesSchema, { planId, fiches: [{ axeId: null, titre: '', statut: 'FINI' }] })
    expect(wrong).toThrow(ValidationError)
    try {
      wrong()
    } catch (error) {
      expect(error instanceof ValidationError && error.issues.map(({ path }) => path.join('.'))).toEqual([
        'fiches.0.titre',
        'fiches.0.statut',
      ])
    }
  })
})
