import { v7 as uuidv7 } from 'uuid'
import type { NewFiches } from '../../domain/fiche/create-fiches.ts'
import type { NewFicheRelations } from '../../domain/fiche/fill-new-fiches.ts'
import type { CreatedNames } from './create-names.ts'
import type { FicheLabelGenre, ImportAxe, ImportFiche } from './import-plan.ts'

type NewFiche = NewFiches['fiches'][number]

/** A fiche of the file, with the notes that its document was given. */
export interface FicheSource {
  fiche: ImportFiche
  notes: { id: string; date: Date }[]
}

interface Context {
  axeIds: ReadonlyMap<ImportAxe, string>
  names: CreatedNames
  today: string
}

/** What to create of one fiche and its sous-actions, and where each comes from: itself first, then they. */
export function newFicheOf(
  fiche: ImportFiche,
  { axeIds, names, today }: Context,
): { fiche: NewFiche; sources: FicheSource[] } {
  const own = fieldsOf(fiche, { names, today })
  const sousActions = fiche.sousActions.map((sousAction) => fieldsOf(sousAction, { names, today }))
  return {
    fiche: {
      ...own.fields,
      axeId: fiche.axe && found(axeIds, fiche.axe),
      sousActions: sousActions.map(({ fields }) => fields),
    },
    sources: [own.source, ...sousActions.map(({ source }) => source)],
  }
}

function fieldsOf(fiche: ImportFiche, { names, today }: Omit<Context, 'axeIds'>) {
  const notes = fiche.notes.map(({ date, texte }) => ({
    id: uuidv7(),
    date: new Date(`${date ?? today}T00:00:00Z`),
    texte,
  }))
  return {
    fields: {
      titre: fiche.titre,
      statut: fiche.statut,
      priorite: fiche.priorite,
      dateDebut: fiche.dateDebut,
      dateFin: fiche.dateFin,
      ameliorationContinue: fiche.ameliorationContinue,
      calendrier: fiche.calendrier,
      tempsDeMiseEnOeuvre: fiche.tempsDeMiseEnOeuvre,
      participationCitoyenne: fiche.participationCitoyenne,
      participationDetail: fiche.participationDetail,
      serviceIds: fiche.services.map((key) => found(names.services, key)),
      textes: { ...fiche.textes, ...Object.fromEntries(notes.map(({ id, texte }) => [`note:${id}`, texte])) },
    },
    source: { fiche, notes: notes.map(({ id, date }) => ({ id, date })) },
  }
}

/** The sets and lines of a fiche of the file, by the ids of what they name. */
export function relationsOf(
  { ficheId, fiche, notes }: FicheSource & { ficheId: string },
  names: CreatedNames,
): NewFicheRelations {
  const labelsOf = (genre: FicheLabelGenre) =>
    fiche.labels[genre].map((key) => ({ labelId: found(names.labels[genre], key), genre }))
  return {
    ficheId,
    piloteIds: fiche.pilotes.map((key) => found(names.personnes, key)),
    referentIds: fiche.referents.map((key) => found(names.personnes, key)),
    labels: [
      ...labelsOf('STRUCTURE'),
      ...labelsOf('PARTENAIRE'),
      ...labelsOf('INSTANCE_GOUVERNANCE'),
      ...labelsOf('TAG'),
    ],
    indicateurIds: fiche.indicateurs.map((key) => found(names.indicateurs, key)),
    cibles: fiche.cibles,
    effetsAttendus: fiche.effetsAttendus,
    thematiques: fiche.thematiques,
    // Codes of sous-thématiques begin with their thématique's.
    sousThematiques: fiche.sousThematiques.map((code) => ({
      sousThematiqueCode: code,
      thematiqueCode: code.slice(0, code.indexOf('/')),
    })),
    mesures: fiche.mesures,
    financeurs: fiche.financeurs.map(({ keys, montant }) => ({
      labelIds: keys.map((key) => found(names.labels.FINANCEUR, key)),
      montant,
    })),
    budgets: fiche.budgets,
    notes,
  }
}

function found<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
  const id = ids.get(key)
  if (!id) throw new Error('all that a plan to import names was created just before')
  return id
}
