import type { BudgetNature, BudgetType, BudgetUnite } from '@pupitre/prisma'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import { MAX_YEAR, MIN_YEAR } from './calendar.ts'

/** The levels of axes, from the plan down. */
export const AXE_FIELDS = ['axe', 'sousAxe', 'sousSousAxe'] as const
export type AxeField = (typeof AXE_FIELDS)[number]

/** Fields of live text, but for the titre. */
export const TEXT_FIELDS = ['description', 'objectifs', 'moyens', 'financements'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** Headings that are understood, in any spelling that `headingKey` makes the same. The first is the one of our template. */
const HEADINGS = {
  axe: ['Axe', 'Axe niveau 1'],
  sousAxe: ['Sous-axe', 'Axe niveau 2'],
  sousSousAxe: ['Sous-sous-axe', 'Axe niveau 3'],
  titre: ['Titre de la fiche action', 'Titre de l’action', 'Titre de la fiche', 'Titre', 'Intitulé de l’action'],
  sousAction: ['Titre de la sous-action', 'Sous-action', 'Sous-actions'],
  description: ['Descriptif', 'Description', 'Descriptif de l’action'],
  thematiques: ['Thématiques', 'Thématique', 'Thématique principale'],
  sousThematiques: ['Sous-thématiques', 'Sous-thématique'],
  instancesGouvernance: ['Instances de gouvernance', 'Instance de gouvernance'],
  objectifs: ['Objectifs'],
  indicateurs: ['Indicateurs liés', 'Indicateurs'],
  effetsAttendus: ['Effets attendus', 'Résultats attendus', 'Effet attendu'],
  cibles: ['Cibles', 'Cible'],
  structures: ['Structure pilote', 'Structures pilotes', 'Structures'],
  moyens: ['Moyens humains et techniques', 'Moyens'],
  partenaires: ['Partenaires', 'Partenaire'],
  services: ['Direction ou service pilote', 'Directions ou services pilotes', 'Service pilote', 'Services pilotes'],
  pilotes: ['Personne pilote', 'Personnes pilotes', 'Pilote', 'Pilotes'],
  referents: [
    'Élu·e référent·e',
    'Élu référent',
    'Élue référente',
    'Élus référents',
    'Élu·es référent·es',
    'Référents',
  ],
  participationCitoyenne: ['Participation citoyenne'],
  participationDetail: ['Détail de la participation citoyenne', 'Détail de la participation'],
  financements: ['Financements'],
  statut: ['Statut'],
  priorite: ['Niveau de priorité', 'Priorité'],
  dateDebut: ['Date de début'],
  dateFin: ['Date de fin'],
  ameliorationContinue: ['Action en amélioration continue', 'Amélioration continue'],
  calendrier: ['Calendrier'],
  tempsDeMiseEnOeuvre: ['Temps de mise en œuvre'],
  mesuresLiees: ['Mesures liées', 'Mesures des référentiels liées'],
  fichesLiees: ['Actions liées', 'Fiches des plans liées', 'Fiches liées', 'Fiches actions liées'],
  notes: ['Notes de suivi', 'Notes', 'Note de suivi', 'Notes complémentaires'],
  tags: ['Tags', 'Libellés', 'Étiquettes', 'Mots-clés'],
} as const satisfies Record<string, readonly [string, ...string[]]>

/** What a column fills in a fiche, or in the tree that holds it. `financeur`, `montant` and `budget` are told by their pattern. */
export type ImportField = keyof typeof HEADINGS | 'financeur' | 'montant' | 'budget'

/** Fields which several columns may fill. */
const REPEATED: ReadonlySet<ImportField> = new Set(['notes', 'fichesLiees', 'financeur', 'montant', 'budget'])

export function isRepeated(field: ImportField): boolean {
  return REPEATED.has(field)
}

/** The template's columns that have no field here: each of their cells is reported. */
const WITHOUT_FIELD = ['Documents et liens', 'Étapes de la fiche action']

const FIELD_BY_KEY = new Map<string, ImportField>()
for (const field of fieldNames()) for (const heading of HEADINGS[field]) FIELD_BY_KEY.set(headingKey(heading), field)

const WITHOUT_FIELD_KEYS = new Set(WITHOUT_FIELD.map(headingKey))

function fieldNames(): (keyof typeof HEADINGS)[] {
  return Object.keys(HEADINGS).filter((name): name is keyof typeof HEADINGS => name in HEADINGS)
}

/** The heading of our template for a field. */
export function headingOf(field: keyof typeof HEADINGS): string {
  return HEADINGS[field][0]
}

/** What makes two headings the same: letters and digits only, without accents, case or what stands in parentheses. */
export function headingKey(heading: string): string {
  return normaliseNom(heading.replaceAll(/\([^)]*\)/g, ' ')).replaceAll(/[^a-z0-9]/g, '')
}

export function fieldOfHeading(heading: string): ImportField | null {
  const key = headingKey(heading)
  if (/^financeurs?\d*$/.test(key)) return 'financeur'
  if (/^montant(?:financeur)?\d*(?:ht)?$/.test(key)) return 'montant'
  return FIELD_BY_KEY.get(key) ?? (budgetOfHeading(heading) ? 'budget' : null)
}

export interface BudgetColumn {
  type: BudgetType
  unite: BudgetUnite
  nature: BudgetNature
  /** null: the total. */
  annee: number | null
}

/** « Budget prévisionnel total € HT », « Budget réel investissement 2026 »…: what the heading does not say is not said. */
export function budgetOfHeading(heading: string): BudgetColumn | null {
  const words = normaliseNom(heading).replaceAll(/[^a-z0-9]+/g, ' ')
  if (!/^budget\b/.test(words) || /\bttc\b/.test(words)) return null
  const year = Number(/\b\d{4}\b/.exec(words)?.[0] ?? Number.NaN)
  return {
    type: typeOf(words),
    unite: /\betp\b/.test(words) ? 'ETP' : 'EUROS_HT',
    nature: /\b(?:reel|depense|realise|execute)/.test(words) ? 'REEL' : 'PREVISIONNEL',
    annee: year >= MIN_YEAR && year <= MAX_YEAR ? year : null,
  }
}

function typeOf(words: string): BudgetType {
  if (/\binvestissement/.test(words)) return 'INVESTISSEMENT'
  return /\bfonctionnement/.test(words) ? 'FONCTIONNEMENT' : 'NON_PRECISE'
}

/** Whether the heading is one of the template's, with a field here or not. */
export function isTemplateHeading(heading: string): boolean {
  return fieldOfHeading(heading) !== null || WITHOUT_FIELD_KEYS.has(headingKey(heading))
}
