import type { Ouverture, Role } from '@pupitre/prisma'

/** Roles from the least to the most. */
export const ROLES = ['LECTEUR', 'CONTRIBUTEUR', 'EDITEUR', 'ADMIN'] as const satisfies readonly Role[]

/** What one may do with a plan or a fiche, from the least to the most; each comprises the ones before. */
export const LEVELS = ['LIRE', 'COMMENTER', 'CONTRIBUER', 'EDITER'] as const satisfies readonly Ouverture[]

/** The level that a role gives where the plan's ouverture does not hold it back. Admins are above levels. */
export const LEVEL_OF_ROLE: Record<Exclude<Role, 'ADMIN'>, Ouverture> = {
  LECTEUR: 'COMMENTER',
  CONTRIBUTEUR: 'CONTRIBUER',
  EDITEUR: 'EDITER',
}

/** Acts in a collectivité, by the least role that they take. Reading is not among them: `readable.ts` says it in the query. */
export const COLLECTIVITE_ACTS = {
  createPlan: 'EDITEUR',
  manageModeles: 'EDITEUR',
  keepVues: 'LECTEUR',
  shareVues: 'EDITEUR',
  // Those that others share.
  manageVues: 'ADMIN',
  // An import creates the services that it names; managing them is the admins'.
  createService: 'EDITEUR',
  // Labels and people without an account are created while a fiche is filled in.
  createLabel: 'CONTRIBUTEUR',
  createPersonne: 'CONTRIBUTEUR',
  // Renaming, merging and deleting them changes everybody's fiches.
  manageLabels: 'EDITEUR',
  editIndicateur: 'EDITEUR',
  manageMembres: 'ADMIN',
  manageServices: 'ADMIN',
  manageApiKeys: 'ADMIN',
} as const satisfies Record<string, Role>

/** Acts on a plan, by the level that they take there. `ADMIN`: whatever the level, admins only. */
export const PLAN_ACTS = {
  commentPlan: 'COMMENTER',
  editPlan: 'EDITER',
  deletePlan: 'EDITER',
  archivePlan: 'EDITER',
  createFiche: 'EDITER',
  managePlanAccess: 'ADMIN',
} as const satisfies Record<string, Ouverture | 'ADMIN'>

/** Acts on an archived plan, and on a fiche that only archived plans hold: its contents stay, who reads them is still chosen. */
export const ARCHIVE_ACTS: ReadonlySet<Act> = new Set(['archivePlan', 'managePlanAccess', 'manageFicheAccess'])

/**
 * Acts on a fiche, by the level that they take. By role, CONTRIBUER is for those who pilot it, themselves or by their service, and COMMENTER
 * for all whom it lets; by grant, both are for whomever the grant names. `ADMIN`: whatever the level, admins only.
 */
export const FICHE_ACTS = {
  commentFiche: 'COMMENTER',
  editFiche: 'CONTRIBUER',
  moveFiche: 'EDITER',
  deleteFiche: 'EDITER',
  restrictFiche: 'EDITER',
  manageFicheAccess: 'ADMIN',
} as const satisfies Record<string, Ouverture | 'ADMIN'>

export type CollectiviteAct = keyof typeof COLLECTIVITE_ACTS
export type PlanAct = keyof typeof PLAN_ACTS
export type FicheAct = keyof typeof FICHE_ACTS
export type Act = CollectiviteAct | PlanAct | FicheAct
