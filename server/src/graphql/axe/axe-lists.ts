import type { Axe, Prisma } from '@pupitre/prisma'
import { nullableUuidKey, textKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'
import { MAX_TREE_PAGE_SIZE } from '../limits/query-limits.ts'

type Where = Prisma.AxeWhereInput
type OrderBy = Prisma.AxeOrderByWithRelationInput

const parentId = nullableUuidKey<Axe, Where, OrderBy>({
  read: (axe) => axe.parentId,
  where: (comparison) => ({ parentId: comparison }),
  orderBy: (order) => ({ parentId: order }),
})

const position = textKey<Axe, Where, OrderBy>({
  read: (axe) => axe.position,
  where: (comparison) => ({ position: comparison }),
  orderBy: (direction) => ({ position: direction }),
})

const id = uuidKey<Axe, Where, OrderBy>({
  read: (axe) => axe.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

const combine: Pick<SortedList<Axe, Where, OrderBy>, 'every' | 'some'> = {
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}

/** The axes under one parent, as people ordered them. */
export const axesByPosition: SortedList<Axe, Where, OrderBy> = {
  name: 'POSITION asc',
  keys: [
    { key: position, direction: 'asc' },
    { key: id, direction: 'asc' },
  ],
  ...combine,
}

/** Every axe of a plan, those of one parent together; those of the root come last. */
export const axesByParent: SortedList<Axe, Where, OrderBy> = {
  name: 'PARENT asc',
  keys: [{ key: parentId, direction: 'asc' }, ...axesByPosition.keys],
  largestPage: MAX_TREE_PAGE_SIZE,
  ...combine,
}
