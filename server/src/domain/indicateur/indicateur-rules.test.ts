import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { ValidationError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import {
  indicateurChangesSchema,
  MAX_INDICATEUR_DESCRIPTION_CHARACTERS,
  MAX_INDICATEUR_NOM_CHARACTERS,
  MAX_UNITE_CHARACTERS,
  newIndicateurSchema,
} from './indicateur-rules.ts'
import { startsPeriode } from './periode.ts'
import {
  MAX_CHANGED_VALEURS,
  MAX_COMMENTAIRE_CHARACTERS,
  MAX_DECIMALS,
  MAX_INTEGER_DIGITS,
  valeurChangesSchema,
} from './valeur-rules.ts'

const ID = 'a0000000-0000-4000-8000-000000000001'

function codes(schema: z.ZodType, input: unknown): string[] {
  try {
    parseInput(schema, input)
    return []
  } catch (error) {
    if (error instanceof ValidationError) return error.issues.map(({ code }) => code)
    throw error
  }
}

function utc(year: number, month = 1, day = 1): Date {
  return new Date(Date.UTC(year, month - 1, day))
}

describe('rules of an indicateur', () => {
  const ofNew = (fields: object) => codes(newIndicateurSchema, { collectiviteId: ID, nom: 'GES', ...fields })

  it('accepts texts at their limits and refuses one character more', () => {
    expect(ofNew({ nom: '🌳'.repeat(MAX_INDICATEUR_NOM_CHARACTERS) })).toEqual([])
    expect(ofNew({ nom: '🌳'.repeat(MAX_INDICATEUR_NOM_CHARACTERS + 1) })).toEqual(['NOM_TOO_LONG'])
    expect(ofNew({ nom: ' \n ' })).toEqual(['NOM_EMPTY'])
    expect(ofNew({ description: 'é'.repeat(MAX_INDICATEUR_DESCRIPTION_CHARACTERS) })).toEqual([])
    expect(ofNew({ description: 'é'.repeat(MAX_INDICATEUR_DESCRIPTION_CHARACTERS + 1) })).toEqual([
      'DESCRIPTION_TOO_LONG',
    ])
    expect(ofNew({ unite: '₂'.repeat(MAX_UNITE_CHARACTERS) })).toEqual([])
    expect(ofNew({ unite: '₂'.repeat(MAX_UNITE_CHARACTERS + 1) })).toEqual(['UNITE_TOO_LONG'])
  })

  it('leaves what a change does not name unsaid', () => {
    expect(parseInput(indicateurChangesSchema, { id: ID, unite: ' % ' })).toEqual({ id: ID, unite: '%' })
  })
})

describe('rules of values', () => {
  const ofOne = (parts: object) =>
    codes(valeurChangesSchema, { indicateurId: ID, valeurs: [{ periode: utc(2026), ...parts }] })
  const largest = '9'.repeat(MAX_INTEGER_DIGITS)
  const finest = `0.${'1'.repeat(MAX_DECIMALS)}`

  it.each([
    [largest, []],
    [`-${largest}.${'9'.repeat(MAX_DECIMALS)}`, []],
    [`${largest}9`, ['NOMBRE_TOO_LARGE']],
    [`000${largest}`, []],
    [finest, []],
    [`${finest}1`, ['NOMBRE_TOO_PRECISE']],
    [`${finest}000`, []],
    ['0', []],
    ['12,5', ['NOMBRE_UNREADABLE']],
    ['1e3', ['NOMBRE_UNREADABLE']],
    ['', ['NOMBRE_UNREADABLE']],
  ])('reads %s: %j', (realise, expected) => {
    expect(ofOne({ realise })).toEqual(expected)
    expect(ofOne({ objectif: realise })).toEqual(expected)
  })

  it('keeps a comment at its limit and refuses one character more; null empties it', () => {
    expect(ofOne({ commentaire: 'é'.repeat(MAX_COMMENTAIRE_CHARACTERS) })).toEqual([])
    expect(ofOne({ commentaire: 'é'.repeat(MAX_COMMENTAIRE_CHARACTERS + 1) })).toEqual(['COMMENTAIRE_TOO_LONG'])
    const input = { indicateurId: ID, valeurs: [{ periode: utc(2026), commentaire: null, objectif: null }] }
    expect(parseInput(valeurChangesSchema, input).valeurs).toEqual([
      { periode: utc(2026), commentaire: '', objectif: null },
    ])
  })

  it('takes the most periods at once, not one more, not one twice, and only years that can be', () => {
    const many = (count: number) => ({
      indicateurId: ID,
      valeurs: Array.from({ length: count }, (_, index) => ({ periode: utc(1950, index + 1), realise: '1' })),
    })
    expect(codes(valeurChangesSchema, many(MAX_CHANGED_VALEURS))).toEqual([])
    expect(codes(valeurChangesSchema, many(MAX_CHANGED_VALEURS + 1))).toEqual(['TOO_MANY_VALEURS'])
    const twice = { indicateurId: ID, valeurs: [{ periode: utc(2026) }, { periode: utc(2026) }] }
    expect(codes(valeurChangesSchema, twice)).toEqual(['PERIODE_TWICE'])
    expect(ofOne({ periode: utc(1900) })).toEqual([])
    expect(ofOne({ periode: utc(1899) })).toEqual(['PERIODE_OUT_OF_RANGE'])
    expect(ofOne({ periode: utc(2200) })).toEqual([])
    expect(ofOne({ periode: utc(2201) })).toEqual(['PERIODE_OUT_OF_RANGE'])
  })
})

describe('periods', () => {
  it('start on the first day of a year, or of a month', () => {
    expect(startsPeriode(utc(2026), 'ANNUELLE')).toBe(true)
    expect(startsPeriode(utc(2026, 2), 'ANNUELLE')).toBe(false)
    expect(startsPeriode(utc(2026, 2), 'MENSUELLE')).toBe(true)
    expect(startsPeriode(utc(2026, 2, 2), 'MENSUELLE')).toBe(false)
  })
})
