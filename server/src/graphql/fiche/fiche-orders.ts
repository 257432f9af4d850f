import { type Fiche, Prisma, Priorite, Statut } from '@pupitre/prisma'
import { builder } from '../builder.ts'
import type { Direction } from '../connection/sort-key.ts'
import { instantSqlKey, nullableDaySqlKey, nullableEnumSqlKey, textSqlKey, uuidSqlKey } from '../connection/sql-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'
import { OrderDirection } from '../filter/comparators.ts'

const id = uuidSqlKey<Fiche>({ column: Prisma.sql`fiche.id`, read: (fiche) => fiche.id })

const KEYS = {
  TITRE: textSqlKey<Fiche>({ column: Prisma.sql`fiche.titre`, read: (fiche) => fiche.titre }),
  STATUT: nullableEnumSqlKey<Fiche>({
    column: Prisma.sql`fiche.statut`,
    type: Prisma.sql`"Statut"`,
    values: Object.keys(Statut),
    read: (fiche) => fiche.statut,
  }),
  PRIORITE: nullableEnumSqlKey<Fiche>({
    column: Prisma.sql`fiche.priorite`,
    type: Prisma.sql`"Priorite"`,
    values: Object.keys(Priorite),
    read: (fiche) => fiche.priorite,
  }),
  DATE_DEBUT: nullableDaySqlKey<Fiche>({
    column: Prisma.sql`fiche.date_debut`,
    read: (fiche) => fiche.dateDebut?.toISOString() ?? null,
  }),
  DATE_FIN: nullableDaySqlKey<Fiche>({
    column: Prisma.sql`fiche.date_fin`,
    read: (fiche) => fiche.dateFin?.toISOString() ?? null,
  }),
  CREATED_AT: instantSqlKey<Fiche>({
    column: Prisma.sql`fiche.created_at`,
    read: (fiche) => fiche.createdAt.toISOString(),
  }),
}

const FicheOrderField = builder.enumType('FicheOrderField', {
  description: 'Ce par quoi on trie des fiches.',
  values: {
    TITRE: { description: 'Le titre.' },
    STATUT: { description: 'Le statut, dans l’ordre où il se dit : à venir, à discuter, en cours…' },
    PRIORITE: { description: 'La priorité, de la plus élevée à la plus basse.' },
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

/** A list of fiches so sorted, of a query in SQL which calls them `fiche`; by titre when nothing is asked. */
export function ficheList(
  order?: { field: keyof typeof KEYS; direction: Direction } | null,
): SortedList<Fiche, Prisma.Sql, Prisma.Sql> {
  const { field, direction } = order ?? { field: 'TITRE', direction: 'asc' }
  return {
    name: `${field} ${direction}`,
    keys: [
      { key: KEYS[field], direction },
      { key: id, direction: 'asc' },
    ],
    every: (conditions) => Prisma.sql`(${Prisma.join(conditions, ' AND ')})`,
    some: (conditions) => Prisma.sql`(${Prisma.join(conditions, ' OR ')})`,
  }
}
