import { describe, expect, it } from 'vitest'
import { byPosition, insertAmong, type Positioned, positionsAfter } from './position.ts'

const siblings: Positioned[] = positionsAfter(null, 4).map((position, index) => ({
  id: 'abcd'.charAt(index),
  position,
}))

function order(among: readonly Positioned[], place: Parameters<typeof insertAmong>[1]): string {
  const moved = new Map(insertAmong(among, place).map((row) => [row.id, row]))
  const rows = [...among.filter(({ id }) => !moved.has(id)), ...moved.values()]
  return rows
    .toSorted(byPosition)
    .map(({ id }) => id)
    .join('')
}

describe('insertAmong', () => {
  it.each([
    [['x'], { beforeId: 'a', afterId: null }, 'xabcd'],
    [['x'], { beforeId: null, afterId: 'b' }, 'abxcd'],
    [['x'], { beforeId: null, afterId: null }, 'abcdx'],
    [['x'], { beforeId: 'gone', afterId: 'gone' }, 'abcdx'],
    [['x', 'y'], { beforeId: 'c', afterId: null }, 'abxycd'],
    [['d', 'a'], { beforeId: 'c', afterId: null }, 'bdac'],
    [['b'], { beforeId: 'b', afterId: null }, 'abcd'],
    [['b', 'c'], { beforeId: null, afterId: 'b' }, 'abcd'],
  ])('puts %j at %j', (movedIds, place, expected) => {
    expect(order(siblings, { movedIds, ...place })).toBe(expected)
  })

  it('spreads every sibling again where two of them tie', () => {
    const tied = siblings.map((row) => ({ ...row, position: 'a0' }))
    expect(order(tied, { movedIds: ['x'], beforeId: 'c', afterId: null })).toBe('abxcd')
  })
})
