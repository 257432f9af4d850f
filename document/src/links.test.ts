import { expect, it } from 'vitest'
import { isLink, MAX_LINK_LENGTH } from './links.ts'

it.each([
  'https://exemple.fr',
  'http://exemple.fr:8080/a?b=c&d=é#f',
  'HTTPS://EXEMPLE.FR/(a)',
  'mailto:jeanne@exemple.fr',
])('accepts %s', (address) => {
  expect(isLink(address)).toBe(true)
})

it.each([
  'javascript:alert(1)',
  ' https://exemple.fr',
  'java\nscript:alert(1)',
  'https://',
  '//exemple.fr',
  '/page',
  'exemple.fr',
  'ftp://exemple.fr',
  'data:text/html,x',
  'https://exemple.fr/"onclick="x',
  'https://exemple.fr/\u202e',
  'https://exemple.fr/\u0000',
  '',
  null,
  7,
])('refuses %j', (address) => {
  expect(isLink(address)).toBe(false)
})

it('accepts an address of the longest length, and no longer one', () => {
  const longest = `https://exemple.fr/${'a'.repeat(MAX_LINK_LENGTH)}`.slice(0, MAX_LINK_LENGTH)
  expect(isLink(longest)).toBe(true)
  expect(isLink(`${longest}a`)).toBe(false)
})
