import type { BudgetNature, BudgetType, BudgetUnite, Cible, EffetAttendu, LabelGenre } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../transaction.ts'

/** The sets and lines of one fiche, by ids of the same collectivité. */
export interface NewFicheRelations {
  ficheId: string
  piloteIds: readonly string[]
  referentIds: readonly string[]
  labels: readonly { labelId: string; genre: Exclude<LabelGenre, 'FINANCEUR'> }[]
  indicateurIds: readonly string[]
  cibles: readonly Cible[]
  effetsAttendus: readonly EffetAttendu[]
  thematiques: readonly string[]
  /** Each of one of the thématiques. */
  sousThematiques: readonly { sousThematiqueCode: string; thematiqueCode: string }[]
  mesures: readonly { code: string; titre: string }[]
  /** Amounts are decimals as text, € HT. */
  financeurs: readonly { labelIds: readonly string[]; montant: string | null }[]
  budgets: readonly {
    type: BudgetType
    unite: BudgetUnite
    nature: BudgetNature
    annee: number | null
    montant: string
  }[]
  /** Their texts are in the fiche's document. */
  notes: readonly { id: string; date: Date }[]
}

/**
 * Fills fiches that the caller has just created, in its transaction; the number of statements does not grow with them. The
 * database refuses whatever is of another collectivité.
 */
export async function fillNewFiches(
  tx: Tx,
  {
    collectiviteId,
    createdById,
    fiches,
  }: { collectiviteId: string; createdById: string | null; fiches: readonly NewFicheRelations[] },
): Promise<void> {
  /** One row per thing, each with its fiche. */
  const rows = <Thing, Row>(
    things: (fiche: NewFicheRelations) => readonly Thing[],
    row: (thing: Thing) => Row,
  ): (Row & { ficheId: string })[] =>
    fiches.flatMap((fiche) => things(fiche).map((thing) => ({ ...row(thing), ficheId: fiche.ficheId })))

  await tx.fichePilote.createMany({
    data: rows(
      (fiche) => fiche.piloteIds,
      (personneId) => ({ personneId, collectiviteId }),
    ),
  })
  await tx.ficheReferent.createMany({
    data: rows(
      (fiche) => fiche.referentIds,
      (personneId) => ({ personneId, collectiviteId }),
    ),
  })
  await tx.ficheLabel.createMany({
    data: rows(
      (fiche) => fiche.labels,
      (label) => ({ ...label, collectiviteId }),
    ),
  })
  await tx.ficheIndicateur.createMany({
    data: rows(
      (fiche) => fiche.indicateurIds,
      (indicateurId) => ({ indicateurId, collectiviteId }),
    ),
  })
  await tx.ficheCible.createMany({
    data: rows(
      (fiche) => fiche.cibles,
      (cible) => ({ cible }),
    ),
  })
  await tx.ficheEffetAttendu.createMany({
    data: rows(
      (fiche) => fiche.effetsAttendus,
      (effet) => ({ effet }),
    ),
  })
  await tx.ficheThematique.createMany({
    data: rows(
      (fiche) => fiche.thematiques,
      (thematiqueCode) => ({ thematiqueCode }),
    ),
  })
  await tx.ficheSousThematique.createMany({
    data: rows(
      (fiche) => fiche.sousThematiques,
      (codes) => codes,
    ),
  })
  await tx.mesureLiee.createMany({
    data: rows(
      (fiche) => fiche.mesures,
      (mesure) => mesure,
    ),
    skipDuplicates: true,
  })
  await tx.ligneBudget.createMany({
    data: rows(
      (fiche) => fiche.budgets,
      (budget) => budget,
    ),
  })
  await tx.noteSuivi.createMany({
    data: rows(
      (fiche) => fiche.notes,
      (note) => ({ ...note, createdById }),
    ),
  })

  const lignes = rows(
    (fiche) => fiche.financeurs,
    (financeur) => ({ ...financeur, id: uuidv7() }),
  )
  await tx.ligneFinanceur.createMany({
    data: lignes.map(({ id, ficheId, montant }) => ({ id, ficheId, collectiviteId, montantHt: montant })),
  })
  await tx.ligneFinanceurLabel.createMany({
    data: lignes.flatMap(({ id, labelIds }) => labelIds.map((labelId) => ({ ligneId: id, labelId, collectiviteId }))),
  })
}
