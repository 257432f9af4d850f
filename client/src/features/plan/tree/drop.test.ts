import { describe, expect, it } from 'vitest'
import { buildPlanTree } from '../../../lib/plan/plan-tree-model.ts'
import { anchorsFor, currentAnchor, provisionalPositions, resolveDrop, type Anchor } from './drop.ts'
import { indexTree } from './tree-index.ts'

// A (a1 a2), A > B (b1), A > C, D, and r1 at the root.
const axe = (id: string, parent: string | null, position: string) => ({
  id,
  uuid: id,
  nom: id,
  position,
  parent: parent === null ? null : { id: parent },
})
const place = (id: string, axeId: string | null, position: string) => ({
  id,
  uuid: id,
  position,
  axe: axeId === null ? null : { id: axeId },
  fiche: { id: `fiche ${id}`, titre: id },
})
const index = indexTree(
  buildPlanTree({
    axes: [axe('A', null, 'a0'), axe('B', 'A', 'a0'), axe('C', 'A', 'a1'), axe('D', null, 'a1')],
    places: [place('a1', 'A', 'a0'), place('a2', 'A', 'a1'), place('b1', 'B', 'a0'), place('r1', null, 'a0')],
    complete: true,
  }),
)
const drawn = (anchors: readonly Anchor[]) => anchors.map(({ over, edge }) => `${edge} ${over}`)

describe('resolveDrop', () => {
  const at = (ids: string[], over: string | null, edge: Anchor['edge']) =>
    resolveDrop(index, new Set(ids), { over, edge })

  it('moves fiches beside a fiche, and axes beside an axe, in the order of the page', () => {
    expect(at(['r1', 'a2'], 'b1', 'before')).toEqual({
      axes: null,
      places: { ids: ['a2', 'r1'], parentId: 'B', beforeId: 'b1', afterId: null },
    })
    expect(at(['D'], 'B', 'after')?.axes).toEqual({ ids: ['D'], parentId: 'A', beforeId: null, afterId: 'B' })
  })

  it('moves both together into an axe, and once what is under another', () => {
    expect(at(['B', 'b1', 'a1'], 'D', 'inside')).toEqual({
      axes: { ids: ['B'], parentId: 'D', beforeId: null, afterId: null },
      places: { ids: ['a1'], parentId: 'D', beforeId: null, afterId: null },
    })
  })

  it('refuses an axe in itself or under itself, a fiche beside an axe, and an axe beside a fiche', () => {
    expect(at(['A'], 'A', 'inside')).toBeNull()
    expect(at(['A'], 'B', 'before')).toBeNull()
    expect(at(['A'], 'b1', 'inside')).toBeNull()
    expect(at(['a1'], 'D', 'before')).toBeNull()
    expect(at(['D'], 'a1', 'after')).toBeNull()
  })
})

describe('anchorsFor', () => {
  it('goes through every place of a fiche from top to bottom', () => {
    expect(drawn(anchorsFor(index, new Set(['a1'])))).toEqual([
      'before a2',
      'after a2',
      'before b1',
      'after b1',
      'inside C',
      'inside D',
      'before r1',
      'after r1',
    ])
  })

  it('goes through every place of an axe, never under itself', () => {
    expect(drawn(anchorsFor(index, new Set(['B'])))).toEqual([
      'before A',
      'before C',
      'inside C',
      'after C',
      'before D',
      'inside D',
      'after D',
    ])
  })

  it('holds where each thing is now', () => {
    for (const id of index.order) {
      const moved = new Set([id])
      expect(anchorsFor(index, moved)).toContainEqual(currentAnchor(index, id, moved))
    }
  })
})

describe('provisionalPositions', () => {
  it('go between the neighbours, in order', () => {
    const target = { ids: ['x', 'y'], parentId: 'A', beforeId: 'a2', afterId: null }
    const positions = provisionalPositions(index, target, 'places')
    expect(['a1', ...positions, 'a0'].toSorted()).toEqual(['a0', ...positions, 'a1'])
  })
})
