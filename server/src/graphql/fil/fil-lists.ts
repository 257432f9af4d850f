import type { Commentaire, Fil, Prisma } from '@pupitre/prisma'
import { instantKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'

type FilWhere = Prisma.FilWhereInput
type FilOrder = Prisma.FilOrderByWithRelationInput
type CommentaireWhere = Prisma.CommentaireWhereInput
type CommentaireOrder = Prisma.CommentaireOrderByWithRelationInput

/** Threads, the one in which somebody last wrote first. */
export const filsByActivity: SortedList<Fil, FilWhere, FilOrder> = {
  name: 'ACTIF desc',
  keys: [
    {
      key: instantKey<Fil, FilWhere, FilOrder>({
        read: ({ actifAt }) => actifAt,
        where: (comparison) => ({ actifAt: comparison }),
        orderBy: (direction) => ({ actifAt: direction }),
      }),
      direction: 'desc',
    },
    {
      key: uuidKey<Fil, FilWhere, FilOrder>({
        read: ({ id }) => id,
        where: (comparison) => ({ id: comparison }),
        orderBy: (direction) => ({ id: direction }),
      }),
      direction: 'desc',
    },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}

/** What is said in a thread, in its order. */
export const commentairesByDate: SortedList<Commentaire, CommentaireWhere, CommentaireOrder> = {
  name: 'DATE asc',
  keys: [
    {
      key: instantKey<Commentaire, CommentaireWhere, CommentaireOrder>({
        read: ({ createdAt }) => createdAt,
        where: (comparison) => ({ createdAt: comparison }),
        orderBy: (direction) => ({ createdAt: direction }),
      }),
      direction: 'asc',
    },
    {
      key: uuidKey<Commentaire, CommentaireWhere, CommentaireOrder>({
        read: ({ id }) => id,
        where: (comparison) => ({ id: comparison }),
        orderBy: (direction) => ({ id: direction }),
      }),
      direction: 'asc',
    },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
