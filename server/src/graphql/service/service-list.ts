import type { Prisma, Service } from '@pupitre/prisma'
import { textKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'

type Where = Prisma.ServiceWhereInput
type OrderBy = Prisma.ServiceOrderByWithRelationInput

const nom = textKey<Service, Where, OrderBy>({
  read: (service) => service.nom,
  where: (comparison) => ({ nom: comparison }),
  orderBy: (direction) => ({ nom: direction }),
})

const id = uuidKey<Service, Where, OrderBy>({
  read: (service) => service.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

/** Services by name. */
export const serviceList: SortedList<Service, Where, OrderBy> = {
  name: 'NOM asc',
  keys: [
    { key: nom, direction: 'asc' },
    { key: id, direction: 'asc' },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
