import { v7 as uuidv7 } from 'uuid'
import { positionsAfter } from '../position.ts'
import type { NewAxe } from './axe-rules.ts'

/** A created axe, in the shape that it was asked for. */
export interface CreatedAxe {
  id: string
  enfants: CreatedAxe[]
}

export interface AxeRow {
  id: string
  planId: string
  parentId: string | null
  nom: string
  position: string
}

interface Place {
  planId: string
  parentId: string | null
  /** Position of the last axe already there; null when there is none. */
  last: string | null
}

/** Lays new axes out after the last one of a place: the rows, parents before children, and the tree of their ids. */
export function axeRows(
  axes: readonly NewAxe[],
  { planId, parentId, last }: Place,
): { rows: AxeRow[]; tree: CreatedAxe[] } {
  const positions = positionsAfter(last, axes.length)
  const rows: AxeRow[] = []
  const tree = axes.map(({ nom, enfants = [] }, index) => {
    const position = positions[index]
    if (position === undefined) throw new Error('one position is drawn per axe')
    const id = uuidv7()
    const below = axeRows(enfants, { planId, parentId: id, last: null })
    rows.push({ id, planId, parentId, nom, position }, ...below.rows)
    return { id, enfants: below.tree }
  })
  return { rows, tree }
}
