import { normaliseNom } from '../../domain/service/normalise-nom.ts'

/** What a column of the template fills in a fiche, or in the tree that holds it. */
export type ImportField =
  | 'axe'
  | 'sousAxe'
  | 'sousSousAxe'
  | 'titre'
  | 'description'
  | 'objectifs'
  | 'moyens'
  | 'financements'
  | 'services'
  | 'statut'
  | 'priorite'
  | 'dateDebut'
  | 'dateFin'

/** The levels of axes, from the plan down. */
export const AXE_FIELDS = ['axe', 'sousAxe', 'sousSousAxe'] as const satisfies readonly ImportField[]
export type AxeField = (typeof AXE_FIELDS)[number]

/** Fields of live text, but for the titre. */
export const TEXT_FIELDS = [
  'description',
  'objectifs',
  'moyens',
  'financements',
] as const satisfies readonly ImportField[]
export type TextField = (typeof TEXT_FIELDS)[number]

/** Headings that are understood, in any spelling that `headingKey` makes the same. */
const HEADINGS: Record<ImportField, readonly string[]> = {
  axe: ['Axe', 'Axe niveau 1'],
  sousAxe: ['Sous-axe', 'Axe niveau 2'],
  sousSousAxe: ['Sous-sous-axe', 'Axe niveau 3'],
  titre: ['Titre de la fiche action', 'Titre de l’action', 'Titre de la fiche', 'Titre', 'Intitulé de l’action'],
  description: ['Descriptif', 'Description', 'Descriptif de l’action'],
  objectifs: ['Objectifs'],
  moyens: ['Moyens humains et techniques', 'Moyens'],
  financements: ['Financements'],
  services: ['Direction ou service pilote', 'Directions ou services pilotes', 'Service pilote', 'Services pilotes'],
  statut: ['Statut'],
  priorite: ['Niveau de priorité', 'Priorité'],
  dateDebut: ['Date de début'],
  dateFin: ['Date de fin'],
}

/** The template's columns that have no field yet: each of their cells is reported. */
const NOT_YET = [
  'Titre de la sous-action',
  'Instances de gouvernance',
  'Indicateurs liés',
  'Structure pilote',
  'Partenaires',
  'Personne pilote',
  'Élu·e référent·e',
  'Participation Citoyenne',
  'Financeur 1',
  'Financeur 2',
  'Financeur 3',
  'Montant € HT',
  'Budget prévisionnel total € HT',
  'Action en amélioration continue',
  'Calendrier',
  'Mesures liées',
  'Actions liées',
  'Fiches des plans liées',
  'Notes',
  'Notes de suivi',
  'Notes complémentaires',
  'Étapes de la fiche action',
  'Documents et liens',
]

const FIELD_BY_KEY = new Map<string, ImportField>()
for (const field of fieldNames()) for (const heading of HEADINGS[field]) FIELD_BY_KEY.set(headingKey(heading), field)

const NOT_YET_KEYS = new Set(NOT_YET.map(headingKey))

function fieldNames(): ImportField[] {
  return [...AXE_FIELDS, 'titre', ...TEXT_FIELDS, 'services', 'statut', 'priorite', 'dateDebut', 'dateFin']
}

/** What makes two headings the same: letters and digits only, without accents, case or what stands in parentheses. */
export function headingKey(heading: string): string {
  return normaliseNom(heading.replaceAll(/\([^)]*\)/g, ' ')).replaceAll(/[^a-z0-9]/g, '')
}

export function fieldOfHeading(heading: string): ImportField | null {
  return FIELD_BY_KEY.get(headingKey(heading)) ?? null
}

/** Whether the heading is one of the template's, with a field or not yet. */
export function isTemplateHeading(heading: string): boolean {
  return fieldOfHeading(heading) !== null || NOT_YET_KEYS.has(headingKey(heading))
}
