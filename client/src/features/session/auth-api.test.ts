import { expect, it } from 'vitest'
import { refusalOf } from './auth-api.ts'

it.each([
  [401, 'INVALID_EMAIL_OR_PASSWORD', 'credentials'],
  [400, 'INVALID_TOKEN', 'token'],
  [400, 'TOKEN_EXPIRED', 'token'],
  [400, 'PASSWORD_TOO_SHORT', 'password'],
  [429, null, 'tooMany'],
  [500, null, 'unreachable'],
  [502, 'INVALID_TOKEN', 'unreachable'],
  [403, null, 'credentials'],
] as const)('reads the answer %i %s as %s', (status, code, refusal) => {
  expect(refusalOf(status, code)).toBe(refusal)
})
