import type { Fiche, Prisma } from '@pupitre/prisma'
import { builder } from '../builder.ts'
import { type Direction, instantKey, nullableInstantKey, textKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'
import { OrderDirection } from '../filter/comparators.ts'

type Where = Prisma.FicheWhereInput
type OrderBy = Prisma.FicheOrderByWithRelationInput

const id = uuidKey<Fiche, Where, OrderBy>({
  read: (fiche) => fiche.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

const KEYS = {
  TITRE: textKey<Fiche, Where, OrderBy>({
    read: (fiche) => fiche.titre,
    where: (comparison) => ({ titre: comparison }),
    orderBy: (direction) => ({ titre: direction }),
  }),
  DATE_DEBUT: nullableInstantKey<Fiche, Where, OrderBy>({
    read: (fiche) => fiche.dateDebut,
    where: (comparison) => ({ dateDebut: comparison }),
    orderBy: (order) => ({ dateDebut: order }),
  }),
  DATE_FIN: nullableInstantKey<Fiche, Where, OrderBy>({
    read: (fiche) => fiche.dateFin,
    where: (comparison) => ({ dateFin: comparison }),
    orderBy: (order) => ({ dateFin: order }),
  }),
  CREATED_AT: instantKey<Fiche, Where, OrderBy>({
    read: (fiche) => fiche.createdAt,
    where: (comparison) => ({ createdAt: comparison }),
    orderBy: (direction) => ({ createdAt: direction }),
  }),
}

const FicheOrderField = builder.enumType('FicheOrderField', {
  description: 'Ce par quoi on trie des fiches.',
  values: {
    TITRE: { description: 'Le titre.' },
    DATE_DEBUT: { description: 'Le premier jour.' },
    DATE_FIN: { description: 'Le dernier jour.' },
    CREATED_AT: { description: 'La création.' },
  } as const,
})

export const FicheOrder = builder.inputType('FicheOrder', {
  description: 'Tri des fiches.',
  fields: (t) => ({
    field: t.field({ type: FicheOrderField, required: true, description: 'Ce par quoi on trie.' }),
    direction: t.field({ type: OrderDirection, required: true, description: 'Dans quel sens.' }),
  }),
})

/** A list of fiches so sorted; by titre when nothing is asked. */
export function ficheList(
  order?: { field: keyof typeof KEYS; direction: Direction } | null,
): SortedList<Fiche, Where, OrderBy> {
  const { field, direction } = order ?? { field: 'TITRE', direction: 'asc' }
  return {
    name: `${field} ${direction}`,
    keys: [
      { key: KEYS[field], direction },
      { key: id, direction: 'asc' },
    ],
    every: (conditions) => ({ AND: conditions }),
    some: (conditions) => ({ OR: conditions }),
  }
}
