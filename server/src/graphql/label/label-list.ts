import type { Label, Prisma } from '@pupitre/prisma'
import { textKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'

type Where = Prisma.LabelWhereInput
type OrderBy = Prisma.LabelOrderByWithRelationInput

const nom = textKey<Label, Where, OrderBy>({
  read: (label) => label.nom,
  where: (comparison) => ({ nom: comparison }),
  orderBy: (direction) => ({ nom: direction }),
})

const id = uuidKey<Label, Where, OrderBy>({
  read: (label) => label.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

/** Labels by name. */
export const labelList: SortedList<Label, Where, OrderBy> = {
  name: 'NOM asc',
  keys: [
    { key: nom, direction: 'asc' },
    { key: id, direction: 'asc' },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
