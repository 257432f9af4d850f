import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { type Copies, copyRows } from './copy-rows.ts'

/** Of which each row is of one fiche, and copied with it. Those with a column `id` have one of their own. */
const ROWS_OF_FICHE = [
  { table: 'fiche_service' },
  { table: 'fiche_pilote' },
  { table: 'fiche_referent' },
  { table: 'fiche_label' },
  { table: 'fiche_cible' },
  { table: 'fiche_effet_attendu' },
  { table: 'fiche_thematique' },
  { table: 'fiche_sous_thematique' },
  { table: 'fiche_indicateur' },
  { table: 'mesure_liee', hasId: true },
  { table: 'ligne_budget', hasId: true },
] as const

/** A new id for each, in the same order: what is sorted by ids stays so, and a link without direction keeps its first end. */
export function copiesOf(rows: readonly { id: string }[]): Copies {
  const ids = rows.map(({ id }) => id).toSorted()
  return new Map(ids.map((id) => [id, uuidv7()]))
}

/**
 * Copies fiches whole, but for their places, texts and the values of a plan's own fields: with their sets and lines, their notes
 * and the links between them. A sous-action that is not copied with its parent cannot be.
 *
 * @returns the copies of their notes
 */
export async function copyFiches({ viewer, tx }: UseCase, fiches: Copies): Promise<{ notes: Copies }> {
  const createdById = viewer?.userId ?? null
  const ids = [...fiches.keys()]
  const at = new Date().toISOString()
  await copyRows(tx, {
    table: 'fiche',
    follow: { id: fiches },
    followOrNull: { parent_id: fiches },
    set: { created_by_id: createdById, created_at: at, updated_at: at, titre_seq: 0 },
  })
  for (const rows of ROWS_OF_FICHE) await copyRows(tx, { ...rows, follow: { fiche_id: fiches } })
  await copyGrants(tx, fiches)

  const lignes = copiesOf(await tx.ligneFinanceur.findMany({ where: { ficheId: { in: ids } }, select: { id: true } }))
  await copyRows(tx, { table: 'ligne_financeur', follow: { id: lignes, fiche_id: fiches } })
  await copyRows(tx, { table: 'ligne_financeur_label', follow: { ligne_id: lignes } })

  const notes = copiesOf(
    await tx.noteSuivi.findMany({ where: { ficheId: { in: ids }, suppressionId: null }, select: { id: true } }),
  )
  await copyRows(tx, { table: 'note_suivi', follow: { id: notes, fiche_id: fiches } })
  await copyRows(tx, {
    table: 'lien',
    follow: { fiche_id: fiches, autre_id: fiches },
    hasId: true,
    set: { created_by_id: createdById },
  })
  await copyRows(tx, {
    table: 'doublon_ecarte',
    follow: { fiche_id: fiches, autre_id: fiches },
    set: { created_by_id: createdById },
  })
  return { notes }
}

/** The copy of a restricted fiche is read by whom it is; that of another, by who reads the plan: nobody else is given it. */
async function copyGrants(tx: Tx, fiches: Copies): Promise<void> {
  const restricted = await tx.fiche.findMany({
    where: { id: { in: [...fiches.keys()] }, restreinte: true },
    select: { id: true },
  })
  const copies: Copies = new Map(restricted.map(({ id }) => [id, fiches.get(id) ?? id]))
  await copyRows(tx, { table: 'octroi', follow: { fiche_id: copies }, hasId: true })
}
