import { type BudgetNature, type BudgetType, type BudgetUnite, Prisma, type PrismaClient } from '@pupitre/prisma'
import { typicalReader } from '../feed/audiences.ts'
import { publicFichesSql, publicPlacesSql, readableFichesSql, readablePlacesSql } from '../rights/readable-sql.ts'
import { collectiviteIds } from '../rights/readable.ts'
import type { Viewer } from '../viewer.ts'

/** By what fiches are grouped. TOTAL: all of them together. INDICATEURS: none of them, but the indicateurs that they have. */
export type Dimension =
  | 'TOTAL'
  | 'STATUT'
  | 'THEMATIQUE'
  | 'TYPE_DE_PLAN'
  | 'COLLECTIVITE'
  | 'TYPE_DE_COLLECTIVITE'
  | 'SERVICE'
  | 'MOIS'
  | 'INDICATEURS'

/** A part of a group's budgets: the totals of its fiches, added up. */
export interface CountedBudget {
  type: BudgetType
  unite: BudgetUnite
  nature: BudgetNature
  montant: Prisma.Decimal
}

export interface Group {
  /** What its fiches have in common; null: that they have none. */
  groupe: string | null
  fichesCount: number
  /** How many of them each circle of readers adds: anybody, agents by their role alone, the others. */
  circles: [number, number, number]
  budgets: CountedBudget[]
}

export type Groups = ReadonlyMap<Dimension, Group[]>

export interface Counted {
  viewer: Viewer | null
  /** Whether what is counted is what anybody reads, rather than what the viewer does as an agent. */
  publics: boolean
  /** Of one collectivité alone. */
  siren: string | null
  where: CountedWhere
}

/** Which fiches are counted, of those that may be read. */
export interface CountedWhere {
  /** Of a query which calls them `fiche`. */
  fiches: readonly Prisma.Sql[]
  /** Of a `plan` that may be read and holds them: one that meets all of these does; none: whatever holds them. */
  plans: readonly Prisma.Sql[]
}

interface Row {
  dimension: Dimension
  groupe: string | null
  fiches: number
  publiques: number
  agents: number
  type: BudgetType | null
  unite: BudgetUnite | null
  nature: BudgetNature | null
  montant: Prisma.Decimal | null
}

/** Counts the fiches that may be read, each once in a group and without its sous-actions, in every dimension: one statement. */
export async function countFiches(prisma: PrismaClient, counted: Counted): Promise<Groups> {
  const rows = await prisma.$queryRaw<Row[]>(countsSql(counted))
  const byDimension = Map.groupBy(rows, ({ dimension }) => dimension)
  return new Map([...byDimension].map(([dimension, those]) => [dimension, groupsOf(those)]))
}

function groupsOf(rows: readonly Row[]): Group[] {
  const budgets = Map.groupBy(rows.flatMap(budgetOf), ({ groupe }) => groupe)
  return rows.flatMap(({ groupe, fiches, publiques, agents, type }): Group[] =>
    type === null
      ? [
          {
            groupe,
            fichesCount: fiches,
            circles: [publiques, agents, fiches - publiques - agents],
            budgets: budgets.get(groupe)?.map(({ budget }) => budget) ?? [],
          },
        ]
      : [],
  )
}

function budgetOf({ groupe, type, unite, nature, montant }: Row) {
  if (type === null || unite === null || nature === null || montant === null) return []
  return [{ groupe, budget: { type, unite, nature, montant } }]
}

function countsSql({ viewer, publics, siren, where }: Counted): Prisma.Sql {
  const agent = typicalReader('AGENT', collectiviteIds(viewer))
  const fiches = publics ? publicFichesSql() : readableFichesSql(viewer)
  const places = publics ? publicPlacesSql() : readablePlacesSql(viewer)
  return Prisma.sql`
    WITH vue AS MATERIALIZED (
      SELECT fiche.id, fiche.statut, fiche.date_fin, fiche.collectivite_id,
        ${publicFichesSql()} AS publique, ${readableFichesSql(agent)} AS d_agent
      FROM fiche
      WHERE fiche.parent_id IS NULL AND ${fiches}
        ${siren === null ? Prisma.empty : Prisma.sql`AND fiche.collectivite_id IN (SELECT id FROM collectivite WHERE siren = ${siren})`}
        ${Prisma.join([Prisma.empty, ...where.fiches, ...heldSql(where.plans, places)], ' AND ')}
    ), place AS (
      SELECT DISTINCT vue.id, plan.type::text AS type
      FROM vue JOIN placement ON placement.fiche_id = vue.id
        JOIN plan ON plan.id = placement.plan_id
        LEFT JOIN axe ON axe.id = placement.axe_id
      WHERE ${places}
    ), tenue (dimension, groupe, id) AS MATERIALIZED (
      SELECT 'TOTAL', NULL::text, id FROM vue
      UNION ALL SELECT 'STATUT', statut::text, id FROM vue
      UNION ALL SELECT 'MOIS', to_char(date_fin, 'YYYY-MM'), id FROM vue
      UNION ALL SELECT 'COLLECTIVITE', collectivite_id::text, id FROM vue
      UNION ALL SELECT 'TYPE_DE_COLLECTIVITE', collectivite.type::text, vue.id
        FROM vue JOIN collectivite ON collectivite.id = vue.collectivite_id
      UNION ALL SELECT 'THEMATIQUE', t.thematique_code, vue.id FROM vue LEFT JOIN fiche_thematique t ON t.fiche_id = vue.id
      UNION ALL SELECT 'SERVICE', s.service_id::text, vue.id FROM vue LEFT JOIN fiche_service s ON s.fiche_id = vue.id
      UNION ALL SELECT 'TYPE_DE_PLAN', place.type, vue.id FROM vue LEFT JOIN place ON place.id = vue.id
    ), budget AS (
      SELECT fiche_id, type, unite, nature, coalesce(max(montant) FILTER (WHERE annee IS NULL), sum(montant)) AS montant
      FROM ligne_budget WHERE fiche_id IN (SELECT id FROM vue) GROUP BY fiche_id, type, unite, nature
    )
    SELECT dimension, groupe, count(*)::int AS fiches, (count(*) FILTER (WHERE publique))::int AS publiques,
      (count(*) FILTER (WHERE d_agent AND NOT publique))::int AS agents,
      NULL::"BudgetType" AS type, NULL::"BudgetUnite" AS unite, NULL::"BudgetNature" AS nature, NULL::numeric AS montant
    FROM tenue JOIN vue USING (id) GROUP BY dimension, groupe
    UNION ALL
    SELECT 'INDICATEURS', NULL, count(DISTINCT indicateur.id)::int, 0, 0, NULL, NULL, NULL, NULL
    FROM vue JOIN fiche_indicateur ON fiche_indicateur.fiche_id = vue.id
      JOIN indicateur ON indicateur.id = fiche_indicateur.indicateur_id AND indicateur.suppression_id IS NULL
    UNION ALL
    SELECT dimension, groupe, 0, 0, 0, type, unite, nature, sum(montant)
    FROM tenue JOIN budget ON budget.fiche_id = tenue.id GROUP BY dimension, groupe, type, unite, nature
    ORDER BY dimension, fiches DESC, groupe, type, unite, nature`
}

/** A plan that meets these conditions holds the fiche, and may be read. */
function heldSql(plans: readonly Prisma.Sql[], places: Prisma.Sql): Prisma.Sql[] {
  if (plans.length === 0) return []
  return [
    Prisma.sql`EXISTS (
      SELECT 1 FROM placement
        JOIN plan ON plan.id = placement.plan_id
        LEFT JOIN axe ON axe.id = placement.axe_id
      WHERE placement.fiche_id = fiche.id AND ${Prisma.join([...plans, places], ' AND ')} OFFSET 0)`,
  ]
}
