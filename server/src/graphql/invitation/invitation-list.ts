import type { Invitation, Prisma } from '@pupitre/prisma'
import { instantKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'

type Where = Prisma.InvitationWhereInput
type OrderBy = Prisma.InvitationOrderByWithRelationInput

const createdAt = instantKey<Invitation, Where, OrderBy>({
  read: (row) => row.createdAt,
  where: (comparison) => ({ createdAt: comparison }),
  orderBy: (direction) => ({ createdAt: direction }),
})

const id = uuidKey<Invitation, Where, OrderBy>({
  read: (row) => row.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

/** The latest first. */
export const invitationsByDate: SortedList<Invitation, Where, OrderBy> = {
  name: 'CREATED_AT desc',
  keys: [
    { key: createdAt, direction: 'desc' },
    { key: id, direction: 'desc' },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
