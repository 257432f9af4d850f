import { Prisma } from '@pupitre/prisma'
import type { Tx } from '../../transaction.ts'
import type { UseCase } from '../../use-case.ts'
import { recordFicheChanges } from '../record-fiche-change.ts'
import { recordMesFichesGone } from '../record-mes-fiches.ts'
import { recordPiloting } from '../sets/record-piloting.ts'
import { CHAMP_NAMES, CHAMPS, type Valeurs } from './champs.ts'
import { type Ensemble, ENSEMBLE_NAMES, ENSEMBLES, type Membre, thematiqueOf } from './ensembles.ts'
import type { FicheState } from './fiche-state.ts'

/** What one fiche is given: values that differ from its own, members that it does not have, and to lose, ones that it has. */
export interface FicheWrite {
  fiche: FicheState
  valeurs: Valeurs
  ajouts: readonly Membre[]
  retraits: readonly Membre[]
}

/** Whether it changes anything. */
export function isChange({ valeurs, ajouts, retraits }: FicheWrite): boolean {
  return valeurs.size + ajouts.length + retraits.length > 0
}

/**
 * Writes what fiches are given, each its own, and tells of it as the same changes one by one do: as many statements for many as
 * for one. Their rows are locked, and the rights on them judged, by the caller.
 */
export async function writeFiches(useCase: UseCase, writes: readonly FicheWrite[]): Promise<void> {
  const { tx } = useCase
  if (writes.length === 0) return
  // What a set loses comes first, from the last of the sets: what stands on another goes before it.
  for (const ensemble of ENSEMBLE_NAMES.toReversed()) await removeMembres(tx, ensemble, writes)
  for (const ensemble of ENSEMBLE_NAMES) await addMembres(tx, ensemble, writes)
  await writeValeurs(tx, writes)
  await tell(useCase, writes)
}

const COLUMNS = Prisma.raw(CHAMP_NAMES.map((champ) => CHAMPS[champ]).join(', '))

async function writeValeurs(tx: Tx, writes: readonly FicheWrite[]): Promise<void> {
  const rows = writes.map(({ fiche, valeurs }) => ({
    id: fiche.id,
    collectivite_id: fiche.collectiviteId,
    champs: Object.fromEntries([...valeurs].map(([champ, valeur]) => [CHAMPS[champ], valeur])),
  }))
  await tx.$executeRaw`
    UPDATE fiche SET
      (${COLUMNS}) = (SELECT ${COLUMNS} FROM jsonb_populate_record(fiche, write.champs)),
      updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS write(id uuid, collectivite_id uuid, champs jsonb)
    WHERE fiche.id = write.id AND fiche.collectivite_id = write.collectivite_id`
}

async function removeMembres(tx: Tx, ensemble: Ensemble, writes: readonly FicheWrite[]): Promise<void> {
  const gone = pairs(writes, ensemble, 'retraits')
  if (gone.length === 0) return
  const { relation, colonne } = ENSEMBLES[ensemble]
  await tx.$executeRaw`
    DELETE FROM ${Prisma.raw(relation)} AS membre
    USING unnest(${gone.map(({ fiche }) => fiche.id)}::uuid[], ${gone.map(({ id }) => id)}::text[]) AS gone(fiche_id, id)
    WHERE membre.fiche_id = gone.fiche_id AND membre.${Prisma.raw(colonne)}::text = gone.id`
}

async function addMembres(tx: Tx, ensemble: Ensemble, writes: readonly FicheWrite[]): Promise<void> {
  const added = pairs(writes, ensemble, 'ajouts')
  if (added.length === 0) return
  const { relation, colonne, genre } = ENSEMBLES[ensemble]
  // The database refuses whatever is of another collectivité.
  const rows = added.map(({ fiche, id }) => ({
    fiche_id: fiche.id,
    collectivite_id: fiche.collectiviteId,
    genre,
    thematique_code: ensemble === 'sousThematiques' ? thematiqueOf(id) : undefined,
    [colonne]: id,
  }))
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(relation)}
    SELECT (jsonb_populate_record(NULL::${Prisma.raw(relation)}, row)).* FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS row
    ON CONFLICT DO NOTHING`
}

function pairs(writes: readonly FicheWrite[], ensemble: Ensemble, side: 'ajouts' | 'retraits') {
  return writes.flatMap((write) =>
    write[side].flatMap((membre) => (membre.ensemble === ensemble ? [{ fiche: write.fiche, id: membre.id }] : [])),
  )
}

async function tell(useCase: UseCase, writes: readonly FicheWrite[]): Promise<void> {
  const changed = new Map(writes.map((write) => [write.fiche.id, fieldsOf(write)]))
  await recordFicheChanges(useCase, changed)
  const idsOf = (ensemble: Ensemble, sides: readonly ('ajouts' | 'retraits')[]) => [
    ...new Set(sides.flatMap((side) => pairs(writes, ensemble, side).map(({ id }) => id))),
  ]
  const named = (personneIds: readonly string[], serviceIds: readonly string[]): Prisma.MembreWhereInput => ({
    OR: [
      { personne: { id: { in: [...personneIds] } } },
      { services: { some: { serviceId: { in: [...serviceIds] } } } },
    ],
  })
  const both = ['ajouts', 'retraits'] as const
  const piloting = writes.filter(({ fiche }) =>
    changed.get(fiche.id)?.some((field) => field === 'pilotes' || field === 'services'),
  )
  if (piloting.length > 0) {
    await recordPiloting(useCase, {
      fiches: piloting.map(({ fiche }) => fiche),
      membres: named(idsOf('pilotes', both), idsOf('services', both)),
    })
  }
  const gone = [...idsOf('pilotes', ['retraits']), ...idsOf('referents', ['retraits'])]
  const services = idsOf('services', ['retraits'])
  if (gone.length + services.length > 0) await recordMesFichesGone(useCase, named(gone, services))
}

/** What `enRetard` is computed from. */
const LATENESS: ReadonlySet<string> = new Set(['statut', 'dateFin'])

function fieldsOf({ valeurs, ajouts, retraits }: FicheWrite): readonly string[] {
  const fields = new Set<string>([...valeurs.keys(), ...[...ajouts, ...retraits].map(({ ensemble }) => ensemble)])
  if ([...fields].some((field) => LATENESS.has(field))) fields.add('enRetard')
  return [...fields]
}
