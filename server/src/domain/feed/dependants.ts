import type { Prisma } from '@pupitre/prisma'
import type { Tx } from '../transaction.ts'
import type { Followed } from './followed.ts'

/** Something to judge; with a `via`, something of it changed for those who see that, or saw it. */
export interface Touch {
  type: Followed
  id: string
  /** null: for whoever sees the thing; 'nothing': nothing of it changed, but who sees it may have. */
  via: Via | null | 'nothing'
}

export interface Via {
  type: Followed
  id: string
  /** What changed is that it shows, or does not any more: to those alone to whom that is so. */
  flips?: boolean
}

/** What those who see something may see otherwise once it shows, or does not show any more. */
type Dependants = (tx: Tx, ids: string[]) => Promise<Touch[]>

const nothing = (type: Followed, rows: readonly { id: string }[]): Touch[] =>
  rows.map(({ id }) => ({ type, id, via: 'nothing' }))

const ID = { id: true } as const

/** What whoever is granted something reads with it: the collectivité, and with what its fiches are filled in. */
async function grantedWith(tx: Tx, where: Prisma.OctroiWhereInput): Promise<Touch[]> {
  const octrois = await tx.octroi.findMany({ where, select: { collectiviteId: true }, distinct: ['collectiviteId'] })
  if (octrois.length === 0) return []
  const ids = octrois.map(({ collectiviteId }) => collectiviteId)
  const ofThem = { where: { collectiviteId: { in: ids } }, select: ID }
  return [
    ...nothing(
      'Collectivite',
      ids.map((id) => ({ id })),
    ),
    ...nothing('Service', await tx.service.findMany(ofThem)),
    ...nothing('Label', await tx.label.findMany(ofThem)),
  ]
}

/** A plan shows its axes, its places, and its own fields in its fiches; its collectivité shows with it. */
const ofPlan: Dependants = async (tx, ids) => {
  const planId = { in: ids }
  const axes = await tx.axe.findMany({ where: { planId }, select: ID })
  const places = await tx.placement.findMany({ where: { planId }, select: { id: true, ficheId: true, planId: true } })
  const plans = await tx.plan.findMany({ where: { id: planId }, select: { collectiviteId: true } })
  return [
    ...(await grantedWith(tx, { planId })),
    ...nothing('Axe', axes),
    ...nothing('Placement', places),
    ...places.map((place): Touch => ({
      type: 'Fiche',
      id: place.ficheId,
      via: { type: 'Plan', id: place.planId, flips: true },
    })),
    ...plans.map(({ collectiviteId }): Touch => ({ type: 'Collectivite', id: collectiviteId, via: 'nothing' })),
  ]
}

const ofAxe: Dependants = async (tx, ids) => {
  const axeId = { in: ids }
  const places = await tx.placement.findMany({ where: { axeId }, select: { id: true, ficheId: true } })
  const links = await tx.axeIndicateur.findMany({ where: { axeId }, select: { indicateurId: true } })
  return [
    ...nothing('Placement', places),
    ...nothing(
      'Fiche',
      places.map(({ ficheId }) => ({ id: ficheId })),
    ),
    ...nothing(
      'Indicateur',
      links.map(({ indicateurId }) => ({ id: indicateurId })),
    ),
  ]
}

const ofFiche: Dependants = async (tx, ids) => {
  const ficheId = { in: ids }
  const places = await tx.placement.findMany({ where: { ficheId }, select: ID })
  const notes = await tx.noteSuivi.findMany({ where: { ficheId }, select: ID })
  const liens = await tx.lien.findMany({ where: { OR: [{ ficheId }, { autreId: ficheId }] }, select: ID })
  const links = await tx.ficheIndicateur.findMany({ where: { ficheId }, select: { indicateurId: true } })
  const sousActions = await tx.fiche.findMany({ where: { parentId: ficheId }, select: ID })
  return [
    ...(await grantedWith(tx, { ficheId })),
    ...nothing('Fiche', sousActions),
    ...nothing('Placement', places),
    ...nothing('NoteSuivi', notes),
    ...nothing('Lien', liens),
    ...nothing(
      'Indicateur',
      links.map(({ indicateurId }) => ({ id: indicateurId })),
    ),
  ]
}

/** A place gives its fiche the plan's own fields. */
const ofPlacement: Dependants = async (tx, ids) => {
  const places = await tx.placement.findMany({ where: { id: { in: ids } }, select: { id: true, ficheId: true } })
  return places.map(({ id, ficheId }): Touch => ({
    type: 'Fiche',
    id: ficheId,
    via: { type: 'Placement', id, flips: true },
  }))
}

/** Fiches and axes name their indicateurs. */
const ofIndicateur: Dependants = async (tx, ids) => {
  const indicateurId = { in: ids }
  const fiches = await tx.ficheIndicateur.findMany({ where: { indicateurId } })
  const axes = await tx.axeIndicateur.findMany({ where: { indicateurId } })
  return [
    ...fiches.map((link): Touch => ({
      type: 'Fiche',
      id: link.ficheId,
      via: { type: 'Indicateur', id: link.indicateurId, flips: true },
    })),
    ...axes.map((link): Touch => ({
      type: 'Axe',
      id: link.axeId,
      via: { type: 'Indicateur', id: link.indicateurId, flips: true },
    })),
  ]
}

/** By the type of what begins or ceases to show. */
export const DEPENDANTS: Readonly<Partial<Record<Followed, Dependants>>> = {
  Plan: ofPlan,
  Axe: ofAxe,
  Fiche: ofFiche,
  Placement: ofPlacement,
  Indicateur: ofIndicateur,
}
