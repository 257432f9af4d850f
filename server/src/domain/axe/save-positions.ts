import { Prisma } from '@pupitre/prisma'
import type { Positioned } from '../position.ts'
import type { Tx } from '../transaction.ts'
import type { AxeNode } from './plan-axes.ts'

/** What else a row is given with its position: the parent of an axe, the axe of a place. */
type Parents = { parentId?: string | null }

/** Writes the positions of axes or of places, and where they hang when it is said, in one statement whatever their number. */
export async function savePositions(
  tx: Tx,
  { table, rows, ...parent }: { table: 'axe' | 'placement'; rows: readonly Positioned[] } & Parents,
): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  const positions = rows.map(({ position }) => position)
  const given = Prisma.sql`unnest(${ids}::uuid[], ${positions}::text[]) AS given(id, position)`
  const parentColumn = table === 'axe' ? Prisma.sql`parent_id` : Prisma.sql`axe_id`
  const moved = parent.parentId === undefined ? Prisma.empty : Prisma.sql`, ${parentColumn} = ${parent.parentId}::uuid`
  const touched = table === 'axe' ? Prisma.sql`, updated_at = now()` : Prisma.empty
  await tx.$executeRaw`
    UPDATE ${table === 'axe' ? Prisma.sql`axe` : Prisma.sql`placement`} AS row
    SET position = given.position ${moved} ${touched}
    FROM ${given}
    WHERE row.id = given.id`
}

/** Writes axes where each hangs, in one statement whatever their number. */
export async function saveAxes(tx: Tx, axes: readonly AxeNode[]): Promise<void> {
  if (axes.length === 0) return
  const ids = axes.map(({ id }) => id)
  const positions = axes.map(({ position }) => position)
  const parentIds = axes.map(({ parentId }) => parentId)
  await tx.$executeRaw`
    UPDATE axe
    SET position = given.position, parent_id = given.parent_id, updated_at = now()
    FROM unnest(${ids}::uuid[], ${positions}::text[], ${parentIds}::uuid[]) AS given(id, position, parent_id)
    WHERE axe.id = given.id`
}
