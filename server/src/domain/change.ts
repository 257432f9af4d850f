import type { WrittenText } from './live-text.ts'

/**
 * What a transaction changed, told after its commit to whoever looks. Names and ids only: who is told reads what they may
 * read, with their own rights.
 */
export type Change = FicheChange | PlanChange | IndicateurChange | CorbeilleChange | VuesChange | MesFichesChange

/** Fields or relations of a fiche. */
export interface FicheChange {
  kind: 'fiche'
  ficheId: string
  /** Names of GraphQL fields of `Fiche`. */
  fields: readonly string[]
}

/**
 * A plan's own fields, or its tree. Taking away the place of a fiche that was restricted already is not told: nobody who may
 * be told saw it.
 */
export interface PlanChange {
  kind: 'plan'
  planId: string
  /** Names of GraphQL fields of `Plan`. */
  fields?: readonly string[]
  /** Added, moved or renamed. */
  axeIds?: readonly string[]
  /** Among these, those that were given another name. */
  renamedAxeIds?: readonly string[]
  removedAxeIds?: readonly string[]
  /** Added or moved, or their fiche changed. */
  placementIds?: readonly string[]
  removedPlacementIds?: readonly string[]
}

/** An indicateur's own fields or values; or a link to a fiche or an axe, told only to who may read that end. */
export interface IndicateurChange {
  kind: 'indicateur'
  indicateurId: string
  /** Names of GraphQL fields of `Indicateur`. */
  fields: readonly string[]
  ficheId?: string
  axeId?: string
}

/** Something went into the corbeille of a collectivité, or came out of it. */
export interface CorbeilleChange {
  kind: 'corbeille'
  collectiviteId: string
}

/** A view that the collectivité shares came, changed or went. */
export interface VuesChange {
  kind: 'vues'
  collectiviteId: string
}

/** Something of what somebody finds among their own fiches: some of them, or (null) what is no longer theirs. */
export interface MesFichesChange {
  kind: 'mesFiches'
  userId: string
  ficheIds: readonly string[] | null
}

/**
 * Rights that are not what they were: the sockets of these people, and those open on these documents, are closed and
 * judged again when they come back.
 */
export interface RightsChange {
  userIds?: readonly string[]
  fiches?: readonly string[]
  plans?: readonly string[]
}

/** What a use case tells of what it did; nothing of it goes out unless its transaction commits. */
export interface Recorder {
  change(change: Change): void
  rights(change: RightsChange): void
  /** A live text that was edited in the transaction. */
  wrote(written: WrittenText): void
}
