import type { Ouverture, PlanVisibilite, Role } from '@pupitre/prisma'
import { isReadOnly, type Membership, type Viewer } from '../viewer.ts'
import {
  ARCHIVE_ACTS,
  type CollectiviteAct,
  COLLECTIVITE_ACTS,
  type FicheAct,
  FICHE_ACTS,
  LEVEL_OF_ROLE,
  LEVELS,
  type PlanAct,
  PLAN_ACTS,
  ROLES,
} from './acts.ts'

/*
 * The rights policy: whether a viewer may do an act on something. Pure; every path asks it. What an act is about is what
 * is stored, never what is sent. Which rows a viewer may read at all is said by `readable.ts`, in the query.
 */

export interface CollectiviteTarget {
  collectiviteId: string
}

export interface PlanTarget extends CollectiviteTarget {
  ouverture: Ouverture
  visibilite: PlanVisibilite
  /** Since when it is archived; null while it lives. */
  archivedAt: Date | null
  /** What grants on it give the viewer. */
  octrois: readonly { niveau: Ouverture }[]
}

export interface FicheTarget extends CollectiviteTarget {
  /**
   * The most that a role alone gives: the widest among the plans which hold it and are neither restricted nor archived; EDITER hors
   * plan; null when there is none. A sous-action has its parent's.
   */
  ouverture: Ouverture | null
  /** By how much archived plans hold it, or its parent: not at all, beside plans that live and that the viewer reads, alone. */
  archive: 'NON' | 'EN_PARTIE' | 'ENTIEREMENT'
  /** The most that grants give the viewer: on it, or its parent; or, unless it is restricted, on a plan which holds it and is not archived. */
  octroi: Ouverture | null
  /** It, or its parent: a role then gives something to its pilotes only. */
  restreinte: boolean
  /** The services that pilot it, or its parent. */
  serviceIds: readonly string[]
  /** The members that pilot it, or its parent. */
  piloteMembreIds: readonly string[]
}

/** Whether a viewer may do an act in a collectivité. */
export function mayInCollectivite(viewer: Viewer | null, act: CollectiviteAct, target: CollectiviteTarget): boolean {
  return !isReadOnly(viewer) && isShownTo(viewer, act, target)
}

/** Whether a viewer is shown what only those who may do an act in a collectivité are: whoever sees as one of them is too, and may not do it. */
export function isShownTo(viewer: Viewer | null, act: CollectiviteAct, target: CollectiviteTarget): boolean {
  const membership = membershipIn(viewer, target)
  return membership !== null && reaches(ROLES, membership.role, COLLECTIVITE_ACTS[act])
}

/** Whether a viewer may do an act on a plan that they may read. */
export function mayInPlan(viewer: Viewer | null, act: PlanAct, target: PlanTarget): boolean {
  if (isReadOnly(viewer) || isHeldByArchive(act, target)) return false
  const membership = membershipIn(viewer, target)
  if (membership?.role === 'ADMIN') return true
  const least = PLAN_ACTS[act]
  if (least === 'ADMIN') return false
  if (target.octrois.some(({ niveau }) => reaches(LEVELS, niveau, least))) return true
  if (!membership || target.visibilite === 'RESTREINT') return false
  return reaches(LEVELS, levelOf(membership.role, target.ouverture), least)
}

/** Whether a viewer may do an act on a fiche that they may read. */
export function mayOnFiche(viewer: Viewer | null, act: FicheAct, target: FicheTarget): boolean {
  if (isReadOnly(viewer) || isHeldByArchive(act, target)) return false
  const membership = membershipIn(viewer, target)
  if (membership?.role === 'ADMIN') return true
  const least = FICHE_ACTS[act]
  if (least === 'ADMIN') return false
  if (target.octroi && reaches(LEVELS, target.octroi, least)) return true
  if (!membership || target.ouverture === null) return false
  if (target.restreinte && !isPilote(membership, target)) return false
  const level = levelOf(membership.role, target.ouverture)
  if (level === 'EDITER' || least === 'COMMENTER') return reaches(LEVELS, level, least)
  return reaches(LEVELS, level, least) && pilots(membership, target)
}

/**
 * Whether nobody may do an act on something because it is archived. A fiche that a plan holds which lives is changed there, but is not
 * taken out of the archived one by its deletion.
 */
export function isHeldByArchive(
  act: PlanAct | FicheAct,
  target: Pick<PlanTarget, 'archivedAt'> | Pick<FicheTarget, 'archive'>,
): boolean {
  if (ARCHIVE_ACTS.has(act)) return false
  if ('archivedAt' in target) return target.archivedAt !== null
  return target.archive === 'ENTIEREMENT' || (target.archive === 'EN_PARTIE' && act === 'deleteFiche')
}

/** Whether a viewer is a member of the collectivité: what grants open of another's does not make them one. */
export function belongsTo(viewer: Viewer | null, target: CollectiviteTarget): boolean {
  return membershipIn(viewer, target) !== null
}

function membershipIn(viewer: Viewer | null, { collectiviteId }: CollectiviteTarget): Membership | null {
  return viewer?.memberships.find((membership) => membership.collectiviteId === collectiviteId) ?? null
}

/** What a role gives where the ouverture is the most that a role alone gives. */
function levelOf(role: Exclude<Role, 'ADMIN'>, ouverture: Ouverture): Ouverture {
  const level = LEVEL_OF_ROLE[role]
  return reaches(LEVELS, level, ouverture) ? ouverture : level
}

function pilots(membership: Membership, target: FicheTarget): boolean {
  return isPilote(membership, target) || target.serviceIds.some((id) => membership.serviceIds.includes(id))
}

function isPilote({ membreId }: Membership, { piloteMembreIds }: FicheTarget): boolean {
  return membreId !== null && piloteMembreIds.includes(membreId)
}

function reaches<Value>(scale: readonly Value[], value: Value, least: Value): boolean {
  return scale.indexOf(value) >= scale.indexOf(least)
}
