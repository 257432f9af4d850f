import type { Personne, Prisma } from '@pupitre/prisma'
import { textKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'

type Where = Prisma.PersonneWhereInput
type OrderBy = Prisma.PersonneOrderByWithRelationInput

const nom = textKey<Personne, Where, OrderBy>({
  read: (personne) => personne.nom,
  where: (comparison) => ({ nom: comparison }),
  orderBy: (direction) => ({ nom: direction }),
})

const id = uuidKey<Personne, Where, OrderBy>({
  read: (personne) => personne.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

/** People by name. */
export const personneList: SortedList<Personne, Where, OrderBy> = {
  name: 'NOM asc',
  keys: [
    { key: nom, direction: 'asc' },
    { key: id, direction: 'asc' },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
