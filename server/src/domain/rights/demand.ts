import { ForbiddenError } from '../errors.ts'
import { isReadOnly, type Viewer } from '../viewer.ts'
import type { Act, CollectiviteAct, FicheAct, PlanAct } from './acts.ts'
import {
  type CollectiviteTarget,
  type FicheTarget,
  isHeldByArchive,
  mayInCollectivite,
  mayInPlan,
  mayOnFiche,
  type PlanTarget,
} from './may.ts'

const REFUSALS: Record<Act, string> = {
  createPlan: 'Créer un plan demande le rôle éditeur ou admin dans cette collectivité.',
  manageModeles: 'Faire, renommer ou supprimer un modèle de plan demande le rôle éditeur ou admin.',
  keepVues: 'Enregistrer une vue demande d’être membre de cette collectivité.',
  shareVues: 'Partager une vue avec la collectivité demande le rôle éditeur ou admin.',
  manageVues: 'Une vue partagée est changée par son auteur et par les admins : enregistrez-la sous un autre nom.',
  createService: 'Créer un service demande le rôle éditeur ou admin dans cette collectivité.',
  createLabel:
    'Créer un libellé demande le rôle contributeur au moins dans cette collectivité : choisissez-en un de la liste.',
  manageLabels:
    'Renommer, fusionner ou supprimer des libellés demande le rôle éditeur ou admin dans cette collectivité.',
  createPersonne:
    'Ajouter une personne demande le rôle contributeur au moins dans cette collectivité : choisissez-en une de la liste.',
  editIndicateur: 'Modifier un indicateur demande le rôle éditeur ou admin dans cette collectivité.',
  manageMembres: 'Gérer les membres demande le rôle admin dans cette collectivité.',
  manageServices: 'Créer, renommer, fusionner ou supprimer un service demande le rôle admin dans cette collectivité.',
  manageApiKeys: 'Gérer les clés d’API demande le rôle admin dans cette collectivité.',
  commentPlan: 'Vous pouvez consulter ce plan, mais pas y commenter.',
  editPlan: 'Vous pouvez consulter ce plan, mais pas le modifier.',
  deletePlan: 'Vous pouvez consulter ce plan, mais pas le supprimer.',
  archivePlan: 'Vous pouvez consulter ce plan, mais pas l’archiver ni le sortir des archives.',
  createFiche: 'Vous pouvez consulter ce plan, mais pas y ajouter de fiche.',
  managePlanAccess: 'Choisir qui voit un plan demande le rôle admin dans cette collectivité.',
  commentFiche: 'Vous pouvez consulter cette fiche, mais pas la commenter.',
  editFiche: 'Vous pouvez consulter cette fiche, mais pas la modifier.',
  moveFiche: 'Vous pouvez consulter cette fiche, mais pas la déplacer.',
  deleteFiche: 'Vous pouvez consulter cette fiche, mais pas la supprimer.',
  restrictFiche: 'Choisir qui voit une fiche demande le rôle éditeur ou admin.',
  manageFicheAccess: 'Donner accès à une fiche demande le rôle admin dans cette collectivité.',
}

/*
 * Each lets an act on something that the viewer may read go on, or throws ForbiddenError, code `<ACT>_FORBIDDEN`, or `PLAN_ARCHIVED` when
 * nobody may.
 */

export function demandInCollectivite(viewer: Viewer | null, act: CollectiviteAct, target: CollectiviteTarget): void {
  if (!mayInCollectivite(viewer, act, target)) throw refusal(act)
}

export function demandInPlan(viewer: Viewer | null, act: PlanAct, target: PlanTarget): void {
  if (isHeldByArchive(act, target)) throw planArchived()
  if (!mayInPlan(viewer, act, target)) throw refusal(act)
}

export function demandOnFiche(viewer: Viewer | null, act: FicheAct, target: FicheTarget): void {
  const refused = refusalOnFiche(viewer, act, target)
  if (refused) throw refused
}

/** Why a viewer may not do an act on a fiche that they may read; null when they may. */
export function refusalOnFiche(viewer: Viewer | null, act: FicheAct, target: FicheTarget): ForbiddenError | null {
  if (isHeldByArchive(act, target)) return ficheArchived(target)
  return mayOnFiche(viewer, act, target) ? null : refusal(act)
}

/** Lets a viewer who writes in their own name go on. @throws ForbiddenError SEEING_AS_READ_ONLY */
export function demandWriter(viewer: Viewer | null): void {
  if (!isReadOnly(viewer)) return
  const message = 'Vous voyez Pupitre en tant que quelqu’un d’autre : revenez à vous pour modifier quelque chose.'
  throw new ForbiddenError({ code: 'SEEING_AS_READ_ONLY', message })
}

const WHO_TAKES_OUT = 'Un admin, ou un éditeur qui peut modifier ce plan, peut le sortir des archives.'

/** Nothing in an archived plan may be changed. */
export function planArchived(): ForbiddenError {
  const message = `Ce plan est archivé : plus rien ne s’y modifie. ${WHO_TAKES_OUT}`
  return new ForbiddenError({ code: 'PLAN_ARCHIVED', message })
}

function ficheArchived({ archive }: FicheTarget): ForbiddenError {
  const message =
    archive === 'EN_PARTIE'
      ? `Cette fiche est aussi dans un plan archivé : elle ne peut pas être supprimée. ${WHO_TAKES_OUT}`
      : `Le plan de cette fiche est archivé : elle ne se modifie plus. ${WHO_TAKES_OUT}`
  return new ForbiddenError({ code: 'PLAN_ARCHIVED', message })
}

function refusal(act: Act): ForbiddenError {
  const code = `${act.replaceAll(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}_FORBIDDEN`
  return new ForbiddenError({ code, message: REFUSALS[act] })
}
