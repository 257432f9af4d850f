import { describe, expect, it } from 'vitest'
import { axeRows } from './axe-rows.ts'

const planId = 'a0000000-0000-4000-8000-000000000001'

describe('axeRows', () => {
  it('puts parents before children, each level in the order given', () => {
    const { rows, tree } = axeRows(
      [{ nom: 'Eau', enfants: [{ nom: 'Ressource' }, { nom: 'Réseaux' }] }, { nom: 'Air' }],
      { planId, parentId: null, last: null },
    )
    expect(rows.map(({ nom }) => nom)).toEqual(['Eau', 'Ressource', 'Réseaux', 'Air'])
    const [eau, ressource, reseaux, air] = rows
    expect([ressource?.parentId, reseaux?.parentId]).toEqual([eau?.id, eau?.id])
    expect(tree).toEqual([
      {
        id: eau?.id,
        enfants: [
          { id: ressource?.id, enfants: [] },
          { id: reseaux?.id, enfants: [] },
        ],
      },
      { id: air?.id, enfants: [] },
    ])
  })

  it('sorts after what is already there, byte by byte, however many', () => {
    const last = 'zz'
    const { rows } = axeRows(
      Array.from({ length: 500 }, (_, index) => ({ nom: `Axe ${index}` })),
      { planId, parentId: null, last: null },
    )
    const positions = rows.map(({ position }) => position)
    expect(positions).toEqual(positions.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    expect(new Set(positions).size).toBe(500)
    const [after] = axeRows([{ nom: 'Après' }], { planId, parentId: null, last: positions.at(-1) ?? last }).rows
    expect(Buffer.compare(Buffer.from(after?.position ?? ''), Buffer.from(positions.at(-1) ?? last))).toBe(1)
  })
})
