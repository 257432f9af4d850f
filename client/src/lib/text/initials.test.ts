import { expect, it } from 'vitest'
import { initials } from './initials.ts'

it.each([
  ['Élise Durand', 'ÉD'],
  ['Jean-Pierre de la Tour', 'JT'],
  ['zoé', 'Z'],
  ['  ', ''],
  ['', ''],
])('shortens %j to %j', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
