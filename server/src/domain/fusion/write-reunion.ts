import { writeFiches, isChange } from '../fiche/en-masse/write-fiches.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { positionsAfter } from '../position.ts'
import { siblingsOf, SOUS_ACTION_FIELDS } from '../sous-action/siblings.ts'
import type { UseCase } from '../use-case.ts'
import { placeAfter } from './places-reunies.ts'
import type { Reunion } from './reunion.ts'

/** Gives the kept fiche what it takes of the merged one, and tells of it. Both are locked, with the plans that hold them. */
export async function writeReunion(useCase: UseCase, reunion: Reunion): Promise<void> {
  const { tx, record } = useCase
  const { kept, valeurs, lignes, liens } = reunion
  if (isChange(valeurs.write)) await writeFiches(useCase, [valeurs.write])
  const { id, collectiviteId } = kept
  await tx.fiche.update({ where: { id, collectiviteId }, data: valeurs.details })
  await tx.mesureLiee.createMany({ data: lignes.mesures })
  await tx.ligneBudget.createMany({ data: lignes.budgets })
  await tx.ligneFinanceur.createMany({ data: lignes.financeurs.map(({ ligne }) => ligne) })
  await tx.ligneFinanceurLabel.createMany({
    data: lignes.financeurs.flatMap(({ ligne, labelIds }) =>
      labelIds.map((labelId) => ({ ligneId: ligne.id, labelId, collectiviteId })),
    ),
  })
  await tx.noteSuivi.createMany({ data: [...lignes.notes.values()] })
  await tx.champPropreValeur.createMany({ data: lignes.valeursPropres })
  await tx.ficheIndicateur.createMany({ data: lignes.indicateurs })
  await tx.lien.createMany({ data: liens.liens.map(({ lien }) => lien) })
  await tx.doublonEcarte.createMany({ data: liens.doublons })
  const places = await placeAfter(useCase, reunion)
  await adoptSousActions(useCase, reunion)

  await recordFicheChange(useCase, { ficheIds: [id], fields: changedFields(reunion) })
  for (const [planId, placed] of Map.groupBy(places, (place) => place.planId)) {
    record.change({ kind: 'plan', planId, fields: ['fichesCount'], placementIds: placed.map((place) => place.id) })
  }
  for (const { indicateurId } of lignes.indicateurs) {
    record.change({ kind: 'indicateur', indicateurId, fields: ['fiches'], ficheId: id })
  }
  for (const { otherId } of liens.liens) record.change({ kind: 'fiche', ficheId: otherId, fields: ['liens'] })
}

/** Gives the kept fiche the sous-actions of the merged one, after its own, with their documents and their addresses. */
async function adoptSousActions(useCase: UseCase, { kept, absorbed }: Reunion): Promise<void> {
  const { tx, record } = useCase
  const ids = absorbed.sousActions.map(({ id }) => id)
  if (ids.length === 0) return
  const last = (await siblingsOf(tx, kept.id)).at(-1)?.position ?? null
  const positions = positionsAfter(last, ids.length)
  // One level: a sous-action has none, so what is kept here is a fiche.
  await tx.$executeRaw`
    UPDATE fiche SET parent_id = ${kept.id}::uuid, position = given.position, updated_at = now()
    FROM unnest(${ids}::uuid[], ${positions}::text[]) AS given(id, position)
    WHERE fiche.id = given.id AND fiche.parent_id = ${absorbed.id}::uuid`
  record.rights({ fiches: ids })
  await recordFicheChange(useCase, { ficheIds: ids, fields: ['parent'] })
  record.change({ kind: 'fiche', ficheId: kept.id, fields: SOUS_ACTION_FIELDS })
}

/** The fields of `Fiche` that a merge changes of the kept one, beside its values and sets, which tell of themselves. */
function changedFields({ valeurs, lignes, liens, places }: Reunion): string[] {
  const added = {
    mesuresLiees: lignes.mesures,
    budgets: lignes.budgets,
    budgetTotal: lignes.budgets,
    financeurs: lignes.financeurs,
    notesSuivi: [...lignes.notes],
    champsPropres: lignes.valeursPropres,
    indicateurs: lignes.indicateurs,
    liens: liens.liens,
    placements: places,
  }
  const fields = Object.entries(added).flatMap(([field, rows]) => (rows.length > 0 ? [field] : []))
  return [...Object.keys(valeurs.details), ...fields, 'similarFiches']
}
