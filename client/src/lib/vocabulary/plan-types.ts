import type { PlanType } from '../../gql/graphql.ts'

/** What the page calls each type of plan, in the order of the list to choose from. */
export const PLAN_TYPE_LABELS: Record<PlanType, string> = {
  PROJET_DE_TERRITOIRE: 'Projet de territoire',
  TRANSITION_ECOLOGIQUE: 'Plan de transition écologique (COT, Territoire engagé)',
  CRTE: 'CRTE',
  PCAET: 'PCAET',
  ECONOMIE_CIRCULAIRE: 'Économie circulaire et déchets (PLPDMA…)',
  URBANISME_HABITAT: 'Urbanisme et habitat',
  ENERGIES: 'Énergies (TEPOS…)',
  BATIMENT: 'Bâtiment',
  MOBILITE: 'Mobilité',
  AGRICULTURE_ALIMENTATION: 'Agriculture et alimentation (PAT)',
  EAU: 'Eau',
  BIODIVERSITE: 'Biodiversité',
  PROTECTION_ATMOSPHERE: 'Protection de l’atmosphère',
  SPASER: 'SPASER',
  CONTRAT_LOCAL_SANTE: 'Contrat local de santé',
  PLAN_COMMUNAL_SAUVEGARDE: 'Plan communal de sauvegarde',
  AUTRE: 'Autre',
}

/** The type of a plan in words: its own name when it is of none of the known types. */
export function planTypeLabel({ type, typeAutre }: { type: PlanType; typeAutre: string | null | undefined }): string {
  return type === 'AUTRE' && typeAutre ? typeAutre : PLAN_TYPE_LABELS[type]
}

const TYPES = Object.keys(PLAN_TYPE_LABELS)

/** Reads a type chosen in a form. */
export function isPlanType(value: string): value is PlanType {
  return TYPES.includes(value)
}
