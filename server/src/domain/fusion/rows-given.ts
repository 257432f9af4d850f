import { Prisma } from '@pupitre/prisma'
import { z } from 'zod'
import type { Tx } from '../transaction.ts'

/** Tables whose rows a merge copies to the kept fiche. */
const RELATIONS = [
  'mesure_liee',
  'ligne_budget',
  'ligne_financeur',
  'note_suivi',
  'champ_propre_valeur',
  'fiche_indicateur',
  'lien',
  'doublon_ecarte',
  'placement',
] as const

export type Copied = (typeof RELATIONS)[number]

/** The field of `Fiche` that lists the rows of each. */
export const COPIED: Readonly<Record<Copied, string>> = {
  mesure_liee: 'mesuresLiees',
  ligne_budget: 'budgets',
  ligne_financeur: 'financeurs',
  note_suivi: 'notesSuivi',
  champ_propre_valeur: 'champsPropres',
  fiche_indicateur: 'indicateurs',
  lien: 'liens',
  doublon_ecarte: 'similarFiches',
  placement: 'placements',
}

/** Those of which a row joins the kept fiche at either end. */
const TWO_ENDS: ReadonlySet<Copied> = new Set(['lien', 'doublon_ecarte'])

const cle = z.record(z.string(), z.union([z.string(), z.number()]))

const givenRow = z.object({
  relation: z.enum(RELATIONS),
  cle,
  touched: z.boolean(),
  gone: z.boolean(),
})

/** A row that a merge gave the kept fiche. */
export interface RowGiven extends z.infer<typeof givenRow> {
  /** Whether somebody changed it since, or something of it, or took it away. */
  touched: boolean
  /** Whether somebody took it away since: what is there now under its key is theirs. */
  gone: boolean
}

/** What the journal says that an act gave a fiche, with what became of it. */
export async function rowsGiven(tx: Tx, { acte, ficheId }: { acte: string; ficheId: string }): Promise<RowGiven[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT given.relation, given.cle, EXISTS (
      SELECT 1 FROM journal_entry later
      WHERE (later.fiche_id = ${ficheId}::uuid OR later.autre_fiche_id = ${ficheId}::uuid)
        AND later.at >= given.at AND later.acte <> given.acte
        AND (later.relation = given.relation AND later.cle = given.cle
          OR given.relation = 'ligne_financeur' AND later.relation = 'ligne_financeur_label'
            AND later.cle -> 'ligne_id' = given.cle -> 'id')
    ) AS touched, EXISTS (
      SELECT 1 FROM journal_entry later
      WHERE (later.fiche_id = ${ficheId}::uuid OR later.autre_fiche_id = ${ficheId}::uuid)
        AND later.at >= given.at AND later.acte <> given.acte
        AND later.relation = given.relation AND later.cle = given.cle AND later.operation = 'SUPPRESSION'
    ) AS gone
    FROM journal_entry given
    WHERE given.acte = ${acte}::uuid AND given.operation = 'CREATION' AND given.relation = ANY (${[...RELATIONS]})
      AND (given.fiche_id = ${ficheId}::uuid OR given.autre_fiche_id = ${ficheId}::uuid)`
  return z.array(givenRow).parse(rows)
}

/** Takes rows away from a fiche; those that are gone already are passed over. */
export async function removeRows(
  tx: Tx,
  { ficheId, rows }: { ficheId: string; rows: readonly Pick<RowGiven, 'relation' | 'cle'>[] },
): Promise<void> {
  for (const [relation, given] of Map.groupBy(rows, (row) => row.relation)) {
    const keys = JSON.stringify(given.map((row) => row.cle))
    const isOfFiche = TWO_ENDS.has(relation)
      ? Prisma.sql`(r.fiche_id = ${ficheId}::uuid OR r.autre_id = ${ficheId}::uuid)`
      : Prisma.sql`r.fiche_id = ${ficheId}::uuid`
    await tx.$executeRaw`
      DELETE FROM ${Prisma.raw(relation)} AS r
      USING jsonb_array_elements(${keys}::jsonb) AS k WHERE ${isOfFiche} AND to_jsonb(r) @> k`
  }
}
