import type { PlanType, Priorite, Role, Statut } from '../client/enums.ts'

/** An invented fiche. The texts are Markdown, as `document/` reads it. */
export interface DemoFiche {
  /** Names the fiche inside its collectivité, so that another place can hold it too. */
  cle?: string
  titre: string
  /** Names of the collectivité's services that pilot it. */
  services: string[]
  statut: Statut | null
  priorite: Priorite | null
  /** `AAAA-MM-JJ` */
  debut?: string
  /** `AAAA-MM-JJ`, never before `debut` */
  fin?: string
  description: string
  objectifs?: string
  moyens?: string
  financements?: string
}

/** One more place of a fiche (fiche mutualisée): `cle` of a fiche of the same collectivité. */
export interface DemoReprise {
  reprise: string
}

export interface DemoAxe {
  nom: string
  axes?: DemoAxe[]
  fiches?: (DemoFiche | DemoReprise)[]
}

export interface DemoPlan {
  nom: string
  type: PlanType
  /** The type's name when `type` is AUTRE. */
  typeAutre?: string
  /** Markdown */
  description: string
  axes: DemoAxe[]
  /** Fiches at the plan's root. */
  fiches?: (DemoFiche | DemoReprise)[]
}

/** An invented person, who signs in with `demonstration`. */
export interface DemoPersonne {
  nom: string
  /** What stands before `@demo.pupitre.test`. */
  compte: string
  role: Role
  services: string[]
}

/** An invented indicateur. */
export interface DemoIndicateur {
  nom: string
  unite: string
  definition: string
  /** By period, `AAAA` or `AAAA-MM`, which says how often it is measured: [objectif, réalisé, commentaire]. */
  valeurs: Record<string, readonly [objectif: string | null, realise: string | null, commentaire?: string]>
  /** Titles of the collectivité's fiches that it is linked to. */
  fiches?: string[]
  /** Names of the collectivité's axes that it is linked to. */
  axes?: string[]
}

export interface DemoCollectivite {
  /** Its official name is read from @etalab/decoupage-administratif. */
  siren: string
  services: string[]
  personnes: DemoPersonne[]
  plans: DemoPlan[]
  indicateurs: DemoIndicateur[]
}
