import type { Placement, Prisma } from '@pupitre/prisma'
import { instantKey, nullableUuidKey, textKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'
import { MAX_TREE_PAGE_SIZE } from '../limits/query-limits.ts'

type Where = Prisma.PlacementWhereInput
type OrderBy = Prisma.PlacementOrderByWithRelationInput

const axeId = nullableUuidKey<Placement, Where, OrderBy>({
  read: (placement) => placement.axeId,
  where: (comparison) => ({ axeId: comparison }),
  orderBy: (order) => ({ axeId: order }),
})

const position = textKey<Placement, Where, OrderBy>({
  read: (placement) => placement.position,
  where: (comparison) => ({ position: comparison }),
  orderBy: (direction) => ({ position: direction }),
})

const createdAt = instantKey<Placement, Where, OrderBy>({
  read: (placement) => placement.createdAt,
  where: (comparison) => ({ createdAt: comparison }),
  orderBy: (direction) => ({ createdAt: direction }),
})

const id = uuidKey<Placement, Where, OrderBy>({
  read: (placement) => placement.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

const combine: Pick<SortedList<Placement, Where, OrderBy>, 'every' | 'some'> = {
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}

/** The places of one axe, as people ordered them. */
export const placementsByPosition: SortedList<Placement, Where, OrderBy> = {
  name: 'POSITION asc',
  keys: [
    { key: position, direction: 'asc' },
    { key: id, direction: 'asc' },
  ],
  ...combine,
}

/** Every place of a plan, those of one axe together; those of the root come last. */
export const placementsByAxe: SortedList<Placement, Where, OrderBy> = {
  name: 'AXE asc',
  keys: [{ key: axeId, direction: 'asc' }, ...placementsByPosition.keys],
  largestPage: MAX_TREE_PAGE_SIZE,
  ...combine,
}

/** The places of one fiche, the oldest first. */
export const placementsByAge: SortedList<Placement, Where, OrderBy> = {
  name: 'CREATED_AT asc',
  keys: [
    { key: createdAt, direction: 'asc' },
    { key: id, direction: 'asc' },
  ],
  ...combine,
}
