import type { Plan, Prisma } from '@pupitre/prisma'
import { builder } from '../builder.ts'
import { type Direction, instantKey, textKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'
import { OrderDirection } from '../filter/comparators.ts'

type Where = Prisma.PlanWhereInput
type OrderBy = Prisma.PlanOrderByWithRelationInput

const id = uuidKey<Plan, Where, OrderBy>({
  read: (plan) => plan.id,
  where: (comparison) => ({ id: comparison }),
  orderBy: (direction) => ({ id: direction }),
})

const KEYS = {
  NOM: textKey<Plan, Where, OrderBy>({
    read: (plan) => plan.nom,
    where: (comparison) => ({ nom: comparison }),
    orderBy: (direction) => ({ nom: direction }),
  }),
  CREATED_AT: instantKey<Plan, Where, OrderBy>({
    read: (plan) => plan.createdAt,
    where: (comparison) => ({ createdAt: comparison }),
    orderBy: (direction) => ({ createdAt: direction }),
  }),
}

const PlanOrderField = builder.enumType('PlanOrderField', {
  description: 'Ce par quoi on trie des plans.',
  values: { NOM: { description: 'Le nom.' }, CREATED_AT: { description: 'La création.' } } as const,
})

export const PlanOrder = builder.inputType('PlanOrder', {
  description: 'Tri des plans.',
  fields: (t) => ({
    field: t.field({ type: PlanOrderField, required: true, description: 'Ce par quoi on trie.' }),
    direction: t.field({ type: OrderDirection, required: true, description: 'Dans quel sens.' }),
  }),
})

/** A list of plans so sorted; by name when nothing is asked. */
export function planList(
  order?: { field: keyof typeof KEYS; direction: Direction } | null,
): SortedList<Plan, Where, OrderBy> {
  const { field, direction } = order ?? { field: 'NOM', direction: 'asc' }
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
