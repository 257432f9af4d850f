import { expect, it } from 'vitest'
import { returnPath } from './return-path.ts'

it.each(['/', '/plans/0192', '/fiches/0192?onglet=budget#note'])('goes back to %s', (path) => {
  expect(returnPath(path)).toBe(path)
})

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', 3, undefined])(
  'goes nowhere for %s',
  (value) => {
    expect(returnPath(value)).toBeUndefined()
  },
)
