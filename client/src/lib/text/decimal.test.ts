import { describe, expect, it } from 'vitest'
import { readDecimal, writeDecimal } from './decimal.ts'

describe('readDecimal', () => {
  it.each([
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['1 234,5', '1234.5'],
    ['1\u202f234\u00a0567', '1234567'],
    ['1.234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['−3', '-3'],
    ['-0,25', '-0.25'],
    ['45 %', '45'],
    ['120 000 €', '120000'],
    ['+8', '8'],
    [' ', null],
    ['', null],
    ['douze', undefined],
    ['12,5,6', undefined],
    ['1e3', undefined],
    [',5', undefined],
    ['%', undefined],
    ['12 kWh', undefined],
  ])('reads %j as %j', (text, decimal) => {
    expect(readDecimal(text)).toBe(decimal)
  })
})

describe('writeDecimal', () => {
  it.each([
    ['12.5', '12,5'],
    ['1234567.25', '1\u202f234\u202f567,25'],
    ['-3', '\u22123'],
    ['0', '0'],
    ['123456789012345.123456', '123\u202f456\u202f789\u202f012\u202f345,123456'],
  ])('writes %s as %s, which reads back', (decimal, words) => {
    expect(writeDecimal(decimal)).toBe(words)
    expect(readDecimal(words)).toBe(decimal)
  })
})
