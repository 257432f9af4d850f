import type { Role } from '@pupitre/prisma'

/** Roles from the least to the most. */
export const ROLES = ['LECTEUR', 'CONTRIBUTEUR', 'EDITEUR', 'ADMIN'] as const satisfies readonly Role[]

/** What a person may ask to do. Reading is not among them: `readable.ts` says it in the query. */
export const ACTS = ['createPlan', 'editPlan', 'createFiche', 'editFiche', 'createService'] as const
export type Act = (typeof ACTS)[number]

/** The least role that an act takes on anything of the collectivité. */
export const LEAST_ROLE: Record<Act, Role> = {
  createPlan: 'EDITEUR',
  editPlan: 'EDITEUR',
  createFiche: 'EDITEUR',
  editFiche: 'EDITEUR',
  // An import creates the services that it names; managing them is the admins'.
  createService: 'EDITEUR',
}

/** The least role that an act takes on what one of the person's own services pilots. */
export const LEAST_ROLE_IN_SERVICE: Partial<Record<Act, Role>> = {
  editFiche: 'CONTRIBUTEUR',
}
