import { expect, it } from 'vitest'
import { placePath, type AxeWithParents } from './place-path.ts'

const names = (axe: AxeWithParents | null) => placePath(axe).map(({ nom }) => nom)

it('names the axes from the top down', () => {
  expect(names({ id: 'b', nom: '1.1', parent: { id: 'a', nom: '1', parent: null } })).toEqual(['1', '1.1'])
})

it('says that there are more above than were asked for', () => {
  expect(names({ id: 'c', nom: '1.1', parent: { id: 'b', nom: '1', parent: { id: 'a' } } })).toEqual(['…', '1', '1.1'])
})

it('is empty at the root of a plan', () => {
  expect(names(null)).toEqual([])
})
