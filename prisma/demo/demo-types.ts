import type {
  BudgetNature,
  Cible,
  EffetAttendu,
  ParticipationCitoyenne,
  PlanType,
  Priorite,
  Role,
  Statut,
  TempsDeMiseEnOeuvre,
} from '../client/enums.ts'

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

/** What a fiche says beside its texts. People and labels are named; who is no member is a person without an account. */
export interface DemoReperes {
  pilotes?: string[]
  referents?: string[]
  structures?: string[]
  partenaires?: string[]
  instances?: string[]
  tags?: string[]
  cibles?: Cible[]
  effets?: EffetAttendu[]
  /** Codes of sous-thématiques, each with its thématique. */
  sousThematiques?: string[]
  temps?: TempsDeMiseEnOeuvre
  calendrier?: string
  participation?: [ParticipationCitoyenne, detail: string]
  /** € HT of investissement, by year. */
  budgets?: [BudgetNature, annee: number, montant: string][]
  /** Names that share an amount, € HT; null: not known. */
  financeurs?: [noms: string[], montant: string | null][]
  mesures?: [code: string, titre: string][]
  /** Day and Markdown. */
  notes?: [date: string, markdown: string][]
  sousActions?: { titre: string; statut: Statut; fin?: string }[]
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
  /** Whether the observatory shows it; not told, it is the collectivité's own. */
  isPublic?: boolean
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
  /** By the titre of the fiche. */
  reperes: Record<string, DemoReperes>
  indicateurs: DemoIndicateur[]
}
