import { ForbiddenError } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import type { Act } from './acts.ts'
import { may, type Target } from './may.ts'

const REFUSALS: Record<Act, string> = {
  createPlan: 'Créer un plan demande le rôle éditeur ou admin dans cette collectivité.',
  editPlan: 'Modifier ce plan demande le rôle éditeur ou admin.',
  createFiche: 'Créer une fiche demande le rôle éditeur ou admin dans cette collectivité.',
  editFiche: 'Vous pouvez consulter cette fiche, mais pas la modifier.',
  createService: 'Créer un service demande le rôle éditeur ou admin dans cette collectivité.',
}

/**
 * Lets an act on something that the viewer may read go on.
 * @throws ForbiddenError, code `<ACT>_FORBIDDEN`.
 */
export function demand(viewer: Viewer | null, act: Act, target: Target): void {
  if (may(viewer, act, target)) return
  const code = `${act.replaceAll(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}_FORBIDDEN`
  throw new ForbiddenError({ code, message: REFUSALS[act] })
}
