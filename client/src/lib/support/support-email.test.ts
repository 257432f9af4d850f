import { expect, it } from 'vitest'
import { readSupportEmail, supportMessage } from './support-email.ts'

it('reads an address, and nothing else', () => {
  expect(readSupportEmail({ email: 'assistance@exemple.fr' })).toBe('assistance@exemple.fr')
  for (const answer of [{ email: null }, {}, null, 'assistance@exemple.fr']) expect(readSupportEmail(answer)).toBeNull()
})

it('begins a message that says from where it is written', () => {
  const message = supportMessage('assistance@exemple.fr', { page: 'https://pupitre.fr/aide', browser: 'Firefox & co' })
  expect(message).toBe(
    'mailto:assistance@exemple.fr?subject=Pupitre&body=%0A%0A--%0APage%20%3A%20https%3A%2F%2Fpupitre.fr%2Faide%0ANavigateur%20%3A%20Firefox%20%26%20co',
  )
})
