import type { Membre, Prisma } from '@pupitre/prisma'
import { instantKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'

type Where = Prisma.MembreWhereInput
type OrderBy = Prisma.MembreOrderByWithRelationInput

const createdAt = instantKey<Membre, Where, OrderBy>({
  read: (row) => row.createdAt,
  where: (comparison) => ({ createdAt: comparison }),
  orderBy: (direction) => ({ createdAt: direction }),
})

const id = uuidKey<Membre, Where, OrderBy>({
  read: (row) => row.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

/** The oldest first. */
export const membresByAge: SortedList<Membre, Where, OrderBy> = {
  name: 'CREATED_AT asc',
  keys: [
    { key: createdAt, direction: 'asc' },
    { key: id, direction: 'asc' },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
