import type { Indicateur, IndicateurValeur, Prisma } from '@pupitre/prisma'
import { instantKey, textKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'

type Where = Prisma.IndicateurWhereInput
type OrderBy = Prisma.IndicateurOrderByWithRelationInput

const nom = textKey<Indicateur, Where, OrderBy>({
  read: (indicateur) => indicateur.nomNormalise,
  where: (comparison) => ({ nomNormalise: comparison }),
  orderBy: (direction) => ({ nomNormalise: direction }),
})

const id = uuidKey<Indicateur, Where, OrderBy>({
  read: (indicateur) => indicateur.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

/** Indicateurs by name, accents and case apart. */
export const indicateurList: SortedList<Indicateur, Where, OrderBy> = {
  name: 'NOM asc',
  keys: [
    { key: nom, direction: 'asc' },
    { key: id, direction: 'asc' },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}

/** The values of one indicateur, the oldest first: a period has one at most. */
export const valeurList: SortedList<
  IndicateurValeur,
  Prisma.IndicateurValeurWhereInput,
  Prisma.IndicateurValeurOrderByWithRelationInput
> = {
  name: 'PERIODE asc',
  keys: [
    {
      key: instantKey({
        read: ({ periode }) => periode,
        where: (periode) => ({ periode }),
        orderBy: (periode) => ({ periode }),
      }),
      direction: 'asc',
    },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
