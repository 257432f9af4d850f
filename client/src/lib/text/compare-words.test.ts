import { expect, it } from 'vitest'
import { compareWords } from './compare-words.ts'

const marked = (pieces: readonly { text: string; isOnlyHere: boolean }[]) =>
  pieces.map(({ text, isOnlyHere }) => (isOnlyHere ? `[${text}]` : text)).join('')

it.each([
  ['le même texte', 'le même texte', 'le même texte', 'le même texte'],
  ['ouvrir une vélostation', 'ouvrir une gare', 'ouvrir une [vélostation]', 'ouvrir une [gare]'],
  ['créer une école', 'créer école', 'créer [une ]école', 'créer école'],
  ['', 'du serveur', '', '[du serveur]'],
  ['mes mots', '', '[mes mots]', ''],
])('of %j and %j, marks what is in one only', (mine, other, mineMarked, otherMarked) => {
  const compared = compareWords(mine, other)
  expect(marked(compared.mine)).toBe(mineMarked)
  expect(marked(compared.other)).toBe(otherMarked)
})

it('marks all of two long texts which have nothing in common, rather than search for long', () => {
  const words = (word: string) => Array.from({ length: 20_000 }, (_, rank) => `${word}${rank}`).join(' ')
  const { mine, other } = compareWords(words('a'), words('b'))
  expect(mine.every(({ isOnlyHere }) => isOnlyHere)).toBe(true)
  expect(other.every(({ isOnlyHere }) => isOnlyHere)).toBe(true)
})
