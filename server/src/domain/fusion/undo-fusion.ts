import type { Fusion } from '@pupitre/prisma'
import { z } from 'zod'
import { DETAIL_COLUMNS } from './valeurs-reunies.ts'
import { lockReadable, readStates } from '../fiche/en-masse/fiche-state.ts'
import { undoOf } from '../fiche/en-masse/undo-write.ts'
import { isChange, writeFiches } from '../fiche/en-masse/write-fiches.ts'
import { touchedSince, writtenOf } from '../fiche/en-masse/written-by-acte.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { actorOf, type LockedText } from '../live-text.ts'
import { noteField } from '../note/note-rules.ts'
import { LIVE_PLACE } from '../placement/access-by-places.ts'
import { SOUS_ACTION_FIELDS } from '../sous-action/siblings.ts'
import type { UseCase } from '../use-case.ts'
import { returnFils } from './fils-deplaces.ts'
import { fusionRefused } from './fusion-rules.ts'
import { COPIED, type Copied, removeRows, type RowGiven, rowsGiven } from './rows-given.ts'

/**
 * Undoes the merges of fiches that have just come back from the corbeille: what each gave the kept fiche is taken from it, but what
 * somebody changed there since; sous-actions and threads return; the document of the one that comes back lives again. What there is to take is read
 * in the journal: of a merge older than it, only the sous-actions stay where they are.
 *
 * @returns by fiche, the fields of the kept one that keep something
 * @throws ConflictError FUSION_KEPT_DELETED, ForbiddenError (to change the kept fiche)
 */
export async function undoFusions(
  useCase: UseCase,
  ficheIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const { tx } = useCase
  const fusions = await tx.fusion.findMany({
    where: { ficheId: { in: [...ficheIds] } },
    orderBy: { createdAt: 'desc' },
  })
  const left = new Map<string, string[]>()
  for (const fusion of fusions) left.set(fusion.ficheId, await undoFusion(useCase, fusion))
  return left
}

async function undoFusion(useCase: UseCase, fusion: Fusion): Promise<string[]> {
  const { tx } = useCase
  const { ficheId, dansId, acte } = fusion
  const gone = await tx.fiche.count({
    where: { id: dansId, OR: [{ suppressionId: { not: null } }, { parent: { suppressionId: { not: null } } }] },
  })
  if (gone > 0) throw fusionRefused('FUSION_KEPT_DELETED')
  await demandFiche(useCase, 'editFiche', dansId)
  await lockReadable(useCase, [ficheId, dansId])
  const left = new Set<string>()
  const first = await tx.journalEntry.findFirst({ where: { acte }, select: { at: true } })
  if (first) {
    const rows = await rowsGiven(tx, { acte, ficheId: dansId })
    const texts = await takeTextes(useCase, { fusion, rows })
    for (const field of texts.kept) if (!field.startsWith('note:')) left.add(field)
    const taken = await takeRows(useCase, { ficheId: dansId, rows, notes: texts.withdrawn })
    for (const relation of taken.left) left.add(COPIED[relation])
    for (const field of await takeValeurs(useCase, { dansId, acte, at: first.at })) left.add(field)
    await returnSousActions(useCase, fusion)
    await returnFils(useCase, { from: dansId, to: ficheId, text: texts.back })
  } else await returnFils(useCase, { from: dansId, to: ficheId, text: await reopen(useCase, fusion) })
  await tx.fusion.delete({ where: { ficheId } })
  return [...left]
}

async function reopen({ tx, liveText }: UseCase, { ficheId, epoch }: Fusion): Promise<LockedText | undefined> {
  const [text] = await liveText.lock({ tx, documents: [{ kind: 'fiche', uuid: ficheId }] })
  await text?.reopen(epoch)
  return text
}

/** Takes the added texts back where they stand whole, and gives the other document its life back. */
async function takeTextes(
  { viewer, tx, liveText, record }: UseCase,
  { fusion: { ficheId, dansId, clientId, epoch }, rows }: { fusion: Fusion; rows: readonly RowGiven[] },
): Promise<{ back: LockedText | undefined; withdrawn: ReadonlySet<string>; kept: string[] }> {
  const refs = [ficheId, dansId].map((uuid) => ({ kind: 'fiche' as const, uuid }))
  const texts = await liveText.lock({ tx, documents: refs })
  const actor = actorOf(viewer)
  const back = texts.find(({ document }) => document.uuid === ficheId)
  await back?.reopen(epoch)
  // Its last words may not be in the lists yet.
  if (back) record.wrote({ document: back.document, fields: [], actor })
  const kept = texts.find(({ document }) => document.uuid === dansId)
  if (!kept || clientId === null) return { back, withdrawn: new Set(), kept: [] }
  // The text of a note goes or stays with it.
  const touched = rows.flatMap(({ relation, cle, touched: isTouched }) =>
    relation === 'note_suivi' && isTouched ? [noteField(String(cle['id']))] : [],
  )
  const taken = await kept.withdraw({ client: Number(clientId), actor, except: touched })
  if (taken.withdrawn.length > 0) record.wrote({ document: kept.document, fields: taken.withdrawn, actor })
  return { back, withdrawn: new Set(taken.withdrawn), kept: taken.kept }
}

/** Takes back the copied rows that nobody changed, and the last place of the fiche never. Answers of which tables some are left. */
async function takeRows(
  { tx, record }: UseCase,
  { ficheId, rows, notes }: { ficheId: string; rows: readonly RowGiven[]; notes: ReadonlySet<string> },
): Promise<{ left: Copied[] }> {
  const places = await tx.placement.findMany({ where: { ficheId }, select: { id: true, planId: true } })
  const given = new Set(rows.flatMap(({ relation, cle }) => (relation === 'placement' ? [cle['id']] : [])))
  const holding = await tx.placement.count({ where: { ficheId, id: { notIn: [...given].map(String) }, ...LIVE_PLACE } })
  const goes = ({ relation, cle, touched }: RowGiven) => {
    if (touched) return false
    if (relation === 'note_suivi') return notes.has(noteField(String(cle['id'])))
    return relation !== 'placement' || holding > 0 || places.length === 0
  }
  const going = rows.filter(goes)
  const ends = going.some(({ relation }) => relation === 'lien')
    ? await tx.lien.findMany({
        where: { OR: [{ ficheId }, { autreId: ficheId }] },
        select: { ficheId: true, autreId: true },
      })
    : []
  await removeRows(tx, { ficheId, rows: going })

  const fields = new Set(going.map(({ relation }) => COPIED[relation]))
  if (fields.has('budgets')) fields.add('budgetTotal')
  if (fields.size > 0) record.change({ kind: 'fiche', ficheId, fields: [...fields] })
  const taken = new Set(going.flatMap(({ relation, cle }) => (relation === 'placement' ? [cle['id']] : [])))
  for (const { id, planId } of places) {
    if (taken.has(id)) record.change({ kind: 'plan', planId, fields: ['fichesCount'], removedPlacementIds: [id] })
  }
  for (const { relation, cle } of going) {
    if (relation !== 'fiche_indicateur') continue
    record.change({ kind: 'indicateur', indicateurId: String(cle['indicateur_id']), fields: ['fiches'], ficheId })
  }
  for (const id of new Set(ends.flatMap((lien) => [lien.ficheId, lien.autreId]))) {
    record.change({ kind: 'fiche', ficheId: id, fields: ['liens'] })
  }
  return { left: rows.filter((row) => !row.gone && !goes(row)).map(({ relation }) => relation) }
}

/** Takes back values and members of sets. Answers the fields that keep something. */
async function takeValeurs(
  useCase: UseCase,
  { dansId, acte, at }: { dansId: string; acte: string; at: Date },
): Promise<string[]> {
  const { tx } = useCase
  const entries = await tx.journalEntry.findMany({ where: { acte, ficheId: dansId }, orderBy: { rang: 'asc' } })
  const fiche = (await readStates(useCase, [dansId])).get(dansId)
  const touched = (await touchedSince(tx, { acte, at, ficheIds: [dansId] })).get(dansId)
  if (!fiche) return []
  const written = writtenOf(entries)
  const undone = undoOf({ fiche, written, touched, exists: () => true })
  if (isChange(undone)) await writeFiches(useCase, [undone])
  const left = new Set<string>(undone.isWhole ? [] : unreturned(written, undone))
  for (const [champ, column] of Object.entries(DETAIL_COLUMNS)) {
    const given = entries.flatMap(({ relation, apres }) => {
      const columns = relation === 'fiche' ? z.record(z.string(), z.unknown()).safeParse(apres) : null
      const value = columns?.data?.[column]
      return typeof value === 'string' ? [value] : []
    })
    if (given.length === 0) continue
    const where = { id: dansId, [champ]: given[0] }
    const { count } = touched?.champs.has(column)
      ? { count: 0 }
      : await tx.fiche.updateMany({ where, data: { [champ]: null } })
    if (count === 0) left.add(champ)
    else await recordFicheChange(useCase, { ficheIds: [dansId], fields: [champ] })
  }
  return [...left]
}

function unreturned(written: ReturnType<typeof writtenOf>, undone: ReturnType<typeof undoOf>): string[] {
  const valeurs = [...written.valeurs.keys()].filter((champ) => !undone.valeurs.has(champ))
  const back = new Set(undone.retraits.map(({ ensemble, id }) => `${ensemble} ${id}`))
  const membres = written.ajouts.filter(({ ensemble, id }) => !back.has(`${ensemble} ${id}`))
  return [...valeurs, ...membres.map(({ ensemble }) => ensemble)]
}

/** The sous-actions that still are where the merge put them return to where they were. */
async function returnSousActions(useCase: UseCase, { ficheId, dansId, acte }: Fusion): Promise<void> {
  const { tx, record } = useCase
  const back = await tx.$queryRaw<{ id: string }[]>`
    UPDATE fiche SET parent_id = ${ficheId}::uuid, position = coalesce(moved.avant ->> 'position', fiche.position), updated_at = now()
    FROM journal_entry moved
    WHERE moved.acte = ${acte}::uuid AND moved.relation = 'fiche' AND moved.operation = 'CHANGEMENT'
      AND moved.apres ->> 'parent_id' = ${dansId} AND fiche.id = moved.fiche_id AND fiche.parent_id = ${dansId}::uuid
    RETURNING fiche.id`
  const ids = back.map(({ id }) => id)
  if (ids.length === 0) return
  record.rights({ fiches: ids })
  await recordFicheChange(useCase, { ficheIds: ids, fields: ['parent'] })
  record.change({ kind: 'fiche', ficheId: dansId, fields: SOUS_ACTION_FIELDS })
}
