import { expect, it } from 'vitest'
import { aLevel, levelName } from './level-name.ts'

it('names the levels of a plan, the last one for those below it', () => {
  const niveaux = ['Axe', 'Objectif']
  expect([0, 1, 2].map((depth) => levelName(niveaux, depth))).toEqual(['Axe', 'Objectif', 'Objectif'])
})

it.each([
  ['Axe', 'un axe'],
  ['Sous-axe', 'un sous-axe'],
  ['Objectif stratégique', 'un objectif stratégique'],
  ['Orientation', 'une orientation'],
  ['Sous-orientation', 'une sous-orientation'],
  ['Mesure', 'une mesure'],
  ['Priorité', 'une priorité'],
  ['Thématique', 'une thématique'],
  ['Enjeu', 'un enjeu'],
  ['OS', 'un OS'],
])('puts %s in a sentence', (name, expected) => {
  expect(aLevel(name)).toBe(expected)
})
