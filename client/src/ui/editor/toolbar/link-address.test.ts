import { expect, it } from 'vitest'
import { readAddress } from './link-address.ts'

it.each([
  ['https://exemple.fr/a?b=c', 'https://exemple.fr/a?b=c'],
  [' exemple.fr/page ', 'https://exemple.fr/page'],
  ['localhost:4000/', 'https://localhost:4000/'],
  ['jeanne@exemple.fr', 'mailto:jeanne@exemple.fr'],
  ['mailto:jeanne@exemple.fr', 'mailto:jeanne@exemple.fr'],
  ['javascript:alert(1)', null],
  ['JavaScript:alert(1)', null],
  ['data:text/html,x', null],
  ['ftp://exemple.fr', null],
  ['un mot', null],
  ['mot', null],
  ['', null],
])('reads %s as %s', (typed, address) => {
  expect(readAddress(typed)).toBe(address)
})
