import { describe, expect, it } from 'vitest'
import { axePaths, buildPlanTree, type LoadedAxe, type LoadedPlace } from './plan-tree-model.ts'

const axe = (id: string, parent: string | null = null, position = 'a0'): LoadedAxe => ({
  id,
  uuid: id,
  position,
  nom: `Axe ${id}`,
  parent: parent === null ? null : { id: parent },
})
const place = (id: string, axeId: string | null = null, position = 'a0'): LoadedPlace => ({
  id,
  uuid: id,
  position,
  axe: axeId === null ? null : { id: axeId },
})

const ids = (nodes: readonly { id: string }[] | undefined) => nodes?.map(({ id }) => id)

describe('buildPlanTree', () => {
  it('orders siblings by position, capitals first, then by uuid', () => {
    const tree = buildPlanTree({
      axes: [axe('1.1', '1'), axe('1.2', '1'), axe('1', null, 'a0V'), axe('2')],
      places: [place('a', '1.2', 'a0a'), place('z'), place('b', '1.2', 'a0Z')],
      complete: true,
    })
    expect(ids(tree.axes)).toEqual(['2', '1'])
    expect(ids(tree.axes[1]?.enfants)).toEqual(['1.1', '1.2'])
    expect(ids(tree.axes[1]?.enfants[1]?.places)).toEqual(['b', 'a'])
    expect(ids(tree.places)).toEqual(['z'])
  })

  it('counts the places of an axe and of all those under it', () => {
    const axes = [axe('1'), axe('1.1', '1'), axe('1.1.1', '1.1')]
    const tree = buildPlanTree({ axes, places: [place('a', '1'), place('b', '1.1.1')], complete: true })
    expect(tree.axes[0]?.size).toBe(2)
    expect(tree.axes[0]?.enfants[0]?.size).toBe(1)
  })

  it('awaits the axes of the pages to come, and hides nothing once all are there', () => {
    const lists = { axes: [axe('1.1', '1')], places: [place('a', '9')] }
    expect(buildPlanTree({ ...lists, complete: false })).toEqual({ axes: [], places: [] })
    const whole = buildPlanTree({ ...lists, complete: true })
    expect(ids(whole.axes)).toEqual(['1.1'])
    expect(ids(whole.places)).toEqual(['a'])
  })
})

it('names each axe by its path, from top to bottom', () => {
  const tree = buildPlanTree({ axes: [axe('1'), axe('2'), axe('1.1', '1')], places: [], complete: true })
  expect(axePaths(tree)).toEqual([
    { id: '1', path: ['Axe 1'] },
    { id: '1.1', path: ['Axe 1', 'Axe 1.1'] },
    { id: '2', path: ['Axe 2'] },
  ])
})
