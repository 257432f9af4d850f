import type { NoteSuivi, Prisma } from '@pupitre/prisma'
import { instantKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'

type Where = Prisma.NoteSuiviWhereInput
type OrderBy = Prisma.NoteSuiviOrderByWithRelationInput

/** The notes of a fiche, the newest first; of one day, the last written first. */
export const notesByDate: SortedList<NoteSuivi, Where, OrderBy> = {
  name: 'DATE desc',
  keys: [
    {
      key: instantKey<NoteSuivi, Where, OrderBy>({
        read: (note) => note.date,
        where: (comparison) => ({ date: comparison }),
        orderBy: (direction) => ({ date: direction }),
      }),
      direction: 'desc',
    },
    {
      key: uuidKey<NoteSuivi, Where, OrderBy>({
        read: (note) => note.id,
        where: (comparison) => ({ id: comparison }),
        orderBy: (direction) => ({ id: direction }),
      }),
      direction: 'desc',
    },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
