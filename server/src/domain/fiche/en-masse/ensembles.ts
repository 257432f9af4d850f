import type { LabelGenre } from '@pupitre/prisma'
import { MAX_SERVICES } from '../fiche-rules.ts'
import { MAX_LABELS_OF_FICHE } from '../sets/fiche-labels.ts'
import { MAX_PERSONNES_OF_FICHE } from '../sets/fiche-personnes.ts'

/**
 * The sets of a fiche, each by the GraphQL field of `Fiche` that lists it, in an order in which they may be filled: a sous-thématique
 * stands on its thématique.
 */
export const ENSEMBLE_NAMES = [
  'services',
  'pilotes',
  'referents',
  'structures',
  'partenaires',
  'instancesGouvernance',
  'tags',
  'cibles',
  'effetsAttendus',
  'thematiques',
  'sousThematiques',
] as const

export type Ensemble = (typeof ENSEMBLE_NAMES)[number]

/** Where a set is stored. */
interface Stored {
  relation: string
  /** What names a member of the set, beside `fiche_id`. */
  colonne: string
  /** Of labels, which share a table. */
  genre?: Exclude<LabelGenre, 'FINANCEUR'>
  /** Members on one fiche; without it, they are values known beforehand. */
  max?: number
}

const labels = (genre: Exclude<LabelGenre, 'FINANCEUR'>): Stored => ({
  relation: 'fiche_label',
  colonne: 'label_id',
  genre,
  max: MAX_LABELS_OF_FICHE,
})

export const ENSEMBLES: Record<Ensemble, Stored> = {
  services: { relation: 'fiche_service', colonne: 'service_id', max: MAX_SERVICES },
  pilotes: { relation: 'fiche_pilote', colonne: 'personne_id', max: MAX_PERSONNES_OF_FICHE },
  referents: { relation: 'fiche_referent', colonne: 'personne_id', max: MAX_PERSONNES_OF_FICHE },
  structures: labels('STRUCTURE'),
  partenaires: labels('PARTENAIRE'),
  instancesGouvernance: labels('INSTANCE_GOUVERNANCE'),
  tags: labels('TAG'),
  cibles: { relation: 'fiche_cible', colonne: 'cible' },
  effetsAttendus: { relation: 'fiche_effet_attendu', colonne: 'effet' },
  thematiques: { relation: 'fiche_thematique', colonne: 'thematique_code' },
  sousThematiques: { relation: 'fiche_sous_thematique', colonne: 'sous_thematique_code' },
}

/** A member of a set: the id of a personne, a service or a label, or a value. */
export interface Membre {
  ensemble: Ensemble
  id: string
}

/** The same member has the same key. */
export function keyOf({ ensemble, id }: Membre): string {
  return `${ensemble} ${id}`
}

/** The first set which holds more than it may, or null. */
export function overfull(membres: Iterable<Membre>): Ensemble | null {
  const counts = new Map<Ensemble, number>()
  for (const { ensemble } of membres) counts.set(ensemble, (counts.get(ensemble) ?? 0) + 1)
  return ENSEMBLE_NAMES.find((ensemble) => (counts.get(ensemble) ?? 0) > (ENSEMBLES[ensemble].max ?? Infinity)) ?? null
}

/** The thématique that a sous-thématique belongs to: its code begins with it. */
export function thematiqueOf(sousThematiqueCode: string): string {
  return sousThematiqueCode.slice(0, sousThematiqueCode.indexOf('/'))
}
