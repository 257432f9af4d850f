import type { JournalEntry, Prisma } from '@pupitre/prisma'
import { instantKey, type SortKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'

type Where = Prisma.JournalEntryWhereInput
type OrderBy = Prisma.JournalEntryOrderByWithRelationInput

const rangKey: SortKey<JournalEntry, Where, OrderBy> = {
  read: ({ rang }) => String(rang),
  orderBy: (rang) => ({ rang }),
  equals: (value) => ({ rang: Number(value) }),
  beyond: (side, value) => ({ rang: side === 'gt' ? { gt: Number(value) } : { lt: Number(value) } }),
  from: (side, value) => ({ rang: side === 'gte' ? { gte: Number(value) } : { lte: Number(value) } }),
  accepts: (value) => /^\d{1,9}$/.test(value),
}

/** The last done first; what one act did, in its order backwards. */
export const journalByAge: SortedList<JournalEntry, Where, OrderBy> = {
  name: 'AT desc',
  keys: [
    {
      key: instantKey({ read: ({ at }) => at, where: (at) => ({ at }), orderBy: (at) => ({ at }) }),
      direction: 'desc',
    },
    {
      key: uuidKey({ read: ({ acte }) => acte, where: (acte) => ({ acte }), orderBy: (acte) => ({ acte }) }),
      direction: 'desc',
    },
    { key: rangKey, direction: 'desc' },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
