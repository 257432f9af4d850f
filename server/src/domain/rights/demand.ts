import { ForbiddenError } from '../errors.ts'
import type { Viewer } from '../viewer.ts'
import type { Act, CollectiviteAct, FicheAct, PlanAct } from './acts.ts'
import {
  type CollectiviteTarget,
  type FicheTarget,
  mayInCollectivite,
  mayInPlan,
  mayOnFiche,
  type PlanTarget,
} from './may.ts'

const REFUSALS: Record<Act, string> = {
  createPlan: 'Créer un plan demande le rôle éditeur ou admin dans cette collectivité.',
  createService: 'Créer un service demande le rôle éditeur ou admin dans cette collectivité.',
  createLabel: 'Créer un libellé demande le rôle contributeur au moins dans cette collectivité.',
  manageLabels: 'Renommer ou fusionner des libellés demande le rôle éditeur ou admin dans cette collectivité.',
  createPersonne: 'Ajouter une personne demande le rôle contributeur au moins dans cette collectivité.',
  editIndicateur: 'Modifier un indicateur demande le rôle éditeur ou admin dans cette collectivité.',
  manageMembres: 'Gérer les membres demande le rôle admin dans cette collectivité.',
  editPlan: 'Vous pouvez consulter ce plan, mais pas le modifier.',
  deletePlan: 'Vous pouvez consulter ce plan, mais pas le supprimer.',
  createFiche: 'Vous pouvez consulter ce plan, mais pas y ajouter de fiche.',
  managePlanAccess: 'Choisir qui voit un plan demande le rôle admin dans cette collectivité.',
  editFiche: 'Vous pouvez consulter cette fiche, mais pas la modifier.',
  moveFiche: 'Vous pouvez consulter cette fiche, mais pas la déplacer.',
  deleteFiche: 'Vous pouvez consulter cette fiche, mais pas la supprimer.',
  restrictFiche: 'Choisir qui voit une fiche demande le rôle éditeur ou admin.',
  manageFicheAccess: 'Donner accès à une fiche demande le rôle admin dans cette collectivité.',
}

/*
 * Each lets an act on something that the viewer may read go on, or throws ForbiddenError, code `<ACT>_FORBIDDEN`.
 */

export function demandInCollectivite(viewer: Viewer | null, act: CollectiviteAct, target: CollectiviteTarget): void {
  if (!mayInCollectivite(viewer, act, target)) throw refusal(act)
}

export function demandInPlan(viewer: Viewer | null, act: PlanAct, target: PlanTarget): void {
  if (!mayInPlan(viewer, act, target)) throw refusal(act)
}

export function demandOnFiche(viewer: Viewer | null, act: FicheAct, target: FicheTarget): void {
  if (!mayOnFiche(viewer, act, target)) throw refusal(act)
}

function refusal(act: Act): ForbiddenError {
  const code = `${act.replaceAll(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}_FORBIDDEN`
  return new ForbiddenError({ code, message: REFUSALS[act] })
}
