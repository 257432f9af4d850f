import type { JournalObjet, JournalWhere } from '../../gql/graphql.ts'

/** What the page of a collectivité's journal may be narrowed to, by its address. */
export interface JournalSearch {
  /** The id of a membre. */
  membre?: string | undefined
  quoi?: Quoi | undefined
  /** First and last day, `YYYY-MM-DD`, of the reader. */
  depuis?: string | undefined
  jusquau?: string | undefined
}

/** Kinds of changes, and the objets that each stands for. */
const OBJETS = {
  textes: ['TEXTE'],
  fiches: [
    'FICHE',
    'SERVICE_DE_FICHE',
    'PILOTE_DE_FICHE',
    'REFERENT_DE_FICHE',
    'LABEL_DE_FICHE',
    'CIBLE',
    'EFFET_ATTENDU',
    'THEMATIQUE',
    'SOUS_THEMATIQUE',
    'MESURE_LIEE',
    'VALEUR_DE_CHAMP_PROPRE',
    'NOTE',
    'LIEN',
    'DOUBLON_ECARTE',
    'FUSION',
    'INDICATEUR_DE_FICHE',
  ],
  budget: ['LIGNE_BUDGET', 'LIGNE_FINANCEUR', 'FINANCEUR'],
  plans: [
    'PLAN',
    'PILOTE_DE_PLAN',
    'REFERENT_DE_PLAN',
    'CHAMP_PROPRE',
    'CHOIX_DE_CHAMP_PROPRE',
    'AXE',
    'INDICATEUR_D_AXE',
    'PLACEMENT',
  ],
  indicateurs: ['INDICATEUR', 'VALEUR_D_INDICATEUR'],
  corbeille: ['CORBEILLE'],
  personnes: [
    'COLLECTIVITE',
    'MEMBRE',
    'SERVICE_DE_MEMBRE',
    'PERSONNE',
    'SERVICE',
    'LABEL',
    'INVITATION',
    'SERVICE_D_INVITATION',
    'PERSONNE_D_INVITATION',
    'CLE_API',
    'WEBHOOK',
    'MODELE_DE_PLAN',
    'OCTROI',
  ],
} as const satisfies Record<string, readonly JournalObjet[]>

export type Quoi = keyof typeof OBJETS

/** The kinds in words, in the order of the choice. */
export const QUOI_LABELS: Record<Quoi, string> = {
  textes: 'Textes',
  fiches: 'Champs des fiches',
  budget: 'Budget et financeurs',
  plans: 'Plans, axes et emplacements',
  indicateurs: 'Indicateurs',
  corbeille: 'Corbeille',
  personnes: 'Membres, services et libellés',
}

export function isQuoi(value: unknown): value is Quoi {
  return typeof value === 'string' && Object.hasOwn(OBJETS, value)
}

const DAY = /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/

function dayIn(value: unknown): string | undefined {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined
}

/** What an address says of it; what it says wrong is left out. */
export function readJournalSearch(search: Record<string, unknown>): JournalSearch {
  const { membre, quoi, depuis, jusquau } = search
  return {
    membre: typeof membre === 'string' ? membre : undefined,
    quoi: isQuoi(quoi) ? quoi : undefined,
    depuis: dayIn(depuis),
    jusquau: dayIn(jusquau),
  }
}

/** The condition that the server is asked; null when there is none. Days are the reader's: both ends are in. */
export function journalWhere({ membre, quoi, depuis, jusquau }: JournalSearch): JournalWhere | null {
  const where: JournalWhere = {
    ...(membre !== undefined && { membre: { in: [membre] } }),
    ...(quoi !== undefined && { objet: [...OBJETS[quoi]] }),
    ...(depuis !== undefined && { depuis: startOf(depuis).toISOString() }),
    ...(jusquau !== undefined && { avant: startOf(jusquau, 1).toISOString() }),
  }
  return Object.keys(where).length > 0 ? where : null
}

/** Midnight of a day of the reader's, or of so many days later. */
function startOf(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later)
}
