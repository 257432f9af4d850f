import { describe, expect, it } from 'vitest'
import { ValidationError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { MAX_NOM_CHARACTERS, newPlanSchema } from './plan-rules.ts'

function codes(plan: object): string[] {
  try {
    parseInput(newPlanSchema, {
      collectiviteId: 'a0000000-0000-4000-8000-000000000001',
      nom: 'PCAET',
      type: 'PCAET',
      ...plan,
    })
    return []
  } catch (error) {
    if (error instanceof ValidationError) return error.issues.map(({ code }) => code)
    throw error
  }
}

describe('rules of a new plan', () => {
  it('asks for the name of an other type, and of no type else', () => {
    expect(codes({ type: 'AUTRE', typeAutre: 'Schéma cyclable' })).toEqual([])
    expect(codes({ type: 'AUTRE' })).toEqual(['TYPE_AUTRE_MISMATCH'])
    expect(codes({ type: 'PCAET', typeAutre: 'Schéma cyclable' })).toEqual(['TYPE_AUTRE_MISMATCH'])
  })

  it('accepts a nom of 300 characters and refuses one more, or none', () => {
    expect(codes({ nom: 'é'.repeat(MAX_NOM_CHARACTERS) })).toEqual([])
    expect(codes({ nom: 'é'.repeat(MAX_NOM_CHARACTERS + 1) })).toEqual(['NOM_TOO_LONG'])
    expect(codes({ nom: '  ' })).toEqual(['NOM_EMPTY'])
    expect(codes({ nom: '\u0000' })).toEqual(['NOM_EMPTY'])
  })
})
