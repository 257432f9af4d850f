import { expect, it } from 'vitest'
import { asksSomething, inputOf, type SetLine } from './asked-change.ts'

const line = (act: SetLine['act'], set: SetLine['set'], ...values: string[]): SetLine => ({
  id: crypto.randomUUID(),
  act,
  set,
  values,
})

it('asks for each list once, what is added and removed apart', () => {
  const lines = [
    line('ajouter', 'tags', 'a'),
    line('ajouter', 'tags', 'a', 'b'),
    line('retirer', 'tags', 'c'),
    line('retirer', 'cibles', 'AGENTS'),
  ]
  expect(inputOf({ valeurs: { statut: null }, lines }, { ficheIds: ['1'], essai: true })).toEqual({
    ficheIds: ['1'],
    essai: true,
    valeurs: { statut: null },
    ajouter: { tags: ['a', 'b'], cibles: [] },
    retirer: { tags: ['c'], cibles: ['AGENTS'] },
  })
})

it('asks for nothing until a field or a line has something, be it to clear', () => {
  expect(asksSomething({ valeurs: {}, lines: [line('ajouter', 'tags')] })).toBe(false)
  expect(asksSomething({ valeurs: { statut: null }, lines: [] })).toBe(true)
  expect(asksSomething({ valeurs: {}, lines: [line('retirer', 'tags', 'a')] })).toBe(true)
})
