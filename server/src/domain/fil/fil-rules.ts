import { z } from 'zod'
import { severalLines } from '../one-line.ts'

/** Threads of one fiche, and of one plan: more than its panel can be used for. */
export const MAX_FILS = 1_000

/** Comments of one thread. */
export const MAX_COMMENTAIRES = 500

/** Of one comment, in Markdown: several pages. */
export const MAX_COMMENTAIRE_CHARACTERS = 10_000

/** People, services and fiches that one comment names: more is a circular, and each is looked for. */
export const MAX_MENTIONS = 20

/** Of each comment: as many people as react to it. */
export const MAX_REACTIONS = 600

/** The fields of a fiche that a thread may be about, with the words of its page. */
export const CHAMPS_DISCUTES = {
  STATUT: 'Statut',
  PRIORITE: 'Priorité',
  DATES: 'Dates de début et de fin',
  AMELIORATION_CONTINUE: 'Amélioration continue',
  CALENDRIER: 'Calendrier',
  TEMPS_DE_MISE_EN_OEUVRE: 'Temps de mise en œuvre',
  CIBLES: 'Cibles',
  PARTICIPATION_CITOYENNE: 'Participation citoyenne',
  EFFETS_ATTENDUS: 'Effets attendus',
  THEMATIQUES: 'Thématiques et sous-thématiques',
  PILOTES: 'Personnes pilotes',
  REFERENTS: 'Élus référents',
  SERVICES: 'Services pilotes',
  STRUCTURES: 'Structures pilotes',
  PARTENAIRES: 'Partenaires',
  INSTANCES_GOUVERNANCE: 'Instances de gouvernance',
  TAGS: 'Tags',
  MESURES_LIEES: 'Mesures liées',
  CHAMPS_PROPRES: 'Champs propres au plan',
  FINANCEURS: 'Financeurs',
  BUDGETS: 'Budgets',
  INDICATEURS: 'Indicateurs',
  LIENS: 'Fiches liées',
  SOUS_ACTIONS: 'Sous-actions',
  PLACEMENTS: 'Emplacements dans les plans',
} as const

export type ChampDiscute = keyof typeof CHAMPS_DISCUTES

export const CHAMPS = Object.keys(CHAMPS_DISCUTES).filter((champ): champ is ChampDiscute => champ in CHAMPS_DISCUTES)

/** What somebody says: something to read, and no longer than a page can hold. */
export const commentaireSchema = z
  .string()
  .transform(severalLines)
  .refine((text) => text !== '', { error: 'Écrivez votre commentaire.', params: { code: 'COMMENTAIRE_EMPTY' } })
  .refine((text) => text.length <= MAX_COMMENTAIRE_CHARACTERS, {
    error: `Un commentaire tient en ${MAX_COMMENTAIRE_CHARACTERS.toLocaleString('fr-FR')} caractères.`,
    params: { code: 'COMMENTAIRE_TOO_LONG' },
  })
