import { CLOSE_CODES } from '@pupitre/document'
import { describe, expect, it } from 'vitest'
import { closeVerdict } from './close-verdict.ts'

describe('closeVerdict', () => {
  it.each([
    ['signedOut', 'signedOut'],
    ['notFound', 'notFound'],
    ['epochChanged', 'reload'],
    ['clientIdTaken', 'reload'],
    ['badFrame', 'rejected'],
    ['tooLarge', 'tooLarge'],
    ['tooManyOfUser', 'tooManyPages'],
    ['documentCrowded', 'crowded'],
  ] as const)('reads %s as %s', (reason, verdict) => {
    expect(closeVerdict(CLOSE_CODES[reason])).toBe(verdict)
  })

  it('reads a code that it does not know as a rejection', () => {
    expect(closeVerdict(4499)).toBe('rejected')
  })
})
