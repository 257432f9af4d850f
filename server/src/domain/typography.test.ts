import { expect, it } from 'vitest'
import { typeset } from './typography.ts'

it.each([
  ['« Nulle part » : rien', '«\u00a0Nulle part\u00a0»\u00a0: rien'],
  ['Oui ? Non ! Bien ; soit', 'Oui\u202f? Non\u202f! Bien\u202f; soit'],
  ['À 12:30, https://a.fr/?b=1', 'À 12:30, https://a.fr/?b=1'],
  ['«\u00a0Déjà\u00a0»', '«\u00a0Déjà\u00a0»'],
])('sets %s', (text, set) => {
  expect(typeset(text)).toBe(set)
})
