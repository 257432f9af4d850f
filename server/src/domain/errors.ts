/** A refusal that the person can understand: its code is stable, its message is French and says what to do. */
export abstract class DomainError extends Error {
  readonly code: string

  constructor({ code, message }: { code: string; message: string }) {
    super(message)
    this.name = new.target.name
    this.code = code
  }
}

/** One thing that is wrong in what was sent. */
export interface ValidationIssue {
  code: string
  message: string
  /** Where it is in the input, from the outside in; list indexes are written as digits. */
  path: readonly string[]
}

/** What was sent cannot be accepted as it is, whoever sends it. */
export class ValidationError extends DomainError {
  readonly issues: readonly ValidationIssue[]

  constructor(issues: readonly ValidationIssue[]) {
    super({ code: 'VALIDATION', message: issues.map((issue) => issue.message).join(' ') })
    this.issues = issues
  }
}

const ABSENT = {
  COLLECTIVITE: 'Cette collectivité est introuvable.',
  PLAN: 'Ce plan est introuvable.',
  AXE: 'Cet axe est introuvable.',
  FICHE: 'Cette fiche est introuvable.',
  SERVICE: 'Ce service est introuvable.',
  PERSONNE: 'Cette personne est introuvable.',
  THEMATIQUE: 'Cette thématique est introuvable.',
  LABEL: 'Ce libellé est introuvable.',
  NOTE: 'Cette note est introuvable.',
  MESURE: 'Cette mesure est introuvable.',
  LIEN: 'Ce lien est introuvable.',
  LIGNE: 'Cette ligne est introuvable.',
  CHAMP: 'Ce champ est introuvable.',
  PLACEMENT: 'Cet emplacement est introuvable.',
  INDICATEUR: 'Cet indicateur est introuvable.',
  INVITATION: 'Cette invitation est introuvable.',
  SESSION: 'Cette session est déjà fermée.',
  MEMBRE: 'Ce membre est introuvable.',
  API_KEY: 'Cette clé d’API est introuvable.',
  MODELE: 'Ce modèle est introuvable.',
  FIL: 'Cette discussion est introuvable : elle a peut-être été supprimée.',
  COMMENTAIRE: 'Ce commentaire est introuvable : il a peut-être été supprimé.',
  VUE: 'Cette vue est introuvable : elle a peut-être été supprimée.',
  WEBHOOK: 'Ce webhook est introuvable.',
  WEBHOOK_DELIVERY: 'Cet envoi est introuvable : les envois ne sont gardés que 30 jours.',
  IMPORT: 'Cet import n’est plus là : déposez le fichier à nouveau.',
  VERSION: 'Cette version n’est plus là : le temps ne garde pas toutes les anciennes.',
  ACTE: 'Cet acte est introuvable, ou n’est pas de ceux qui s’annulent.',
  SUPPRESSION: 'Cet élément n’est plus dans la corbeille.',
} as const

/** What a use case may fail to find. */
export type Findable = keyof typeof ABSENT

/** What is named does not exist, or the viewer may not read it: the two answer the same. */
export class NotFoundError extends DomainError {
  constructor(what: Findable) {
    super({ code: `${what}_NOT_FOUND`, message: ABSENT[what] })
  }
}

/** The viewer may read this, but not do that to it. */
export class ForbiddenError extends DomainError {}

/** The act contradicts what is already there. */
export class ConflictError extends DomainError {}
