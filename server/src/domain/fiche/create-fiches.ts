import { type FicheField, type TextDelta, plainFieldDelta } from '@pupitre/document'
import type { Plan } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { ficheRows } from './fiche-rows.ts'
import { type NewFiche, type ParsedFiche, newFichesSchema } from './fiche-rules.ts'

/** The live texts that a new fiche starts with, its titre apart; those left out start empty. */
export type NewTextes = Partial<Record<Exclude<FicheField, 'titre'>, TextDelta>>

export interface NewFiches {
  planId: string
  /** In the order that they will have in their axe, after those already there. */
  fiches: readonly (NewFiche & { textes?: NewTextes })[]
}

export interface CreatedFiche {
  ficheId: string
  placementId: string
}

/**
 * Creates fiches in a plan, with their places, services and live documents; the number of statements does not
 * grow with the number of fiches. Answers in the order of the input.
 * @throws ValidationError, NotFoundError (the plan, an axe in it, a service of the collectivité), ForbiddenError.
 */
export async function createFiches(useCase: UseCase, input: NewFiches): Promise<CreatedFiche[]> {
  const { viewer, tx, liveText, record } = useCase
  const { planId, fiches } = parseInput(newFichesSchema, input)
  const plan = await findPlan(useCase, planId)
  demandInPlan(viewer, 'createFiche', plan)
  await demandServices(tx, { plan, fiches })
  await lockPlan(tx, plan.id)
  await demandAxes(tx, { plan, fiches })

  const createdById = viewer?.userId ?? null
  const { id, collectiviteId } = plan
  const lastByAxe = await lastPositions(tx, plan)
  const rows = ficheRows(fiches, { planId: id, collectiviteId, createdById, lastByAxe })
  await tx.fiche.createMany({ data: rows.map(({ fiche }) => fiche) })
  await tx.ficheService.createMany({ data: rows.flatMap(({ services }) => services) })
  await tx.placement.createMany({ data: rows.map(({ placement }) => placement) })
  await liveText.create({
    tx,
    documents: rows.map(({ fiche }, index) => ({
      document: { kind: 'fiche', uuid: fiche.id },
      fields: { ...input.fiches[index]?.textes, titre: plainFieldDelta('titre', fiche.titre) },
    })),
    actor: { userId: createdById },
  })
  const placementIds = rows.map(({ placement }) => placement.id)
  record.change({ kind: 'plan', planId: plan.id, fields: ['fichesCount'], placementIds })
  return rows.map(({ fiche, placement }) => ({ ficheId: fiche.id, placementId: placement.id }))
}

interface Asked {
  plan: Plan
  fiches: readonly ParsedFiche[]
}

async function demandServices(tx: Tx, { plan: { collectiviteId }, fiches }: Asked): Promise<void> {
  const ids = [...new Set(fiches.flatMap(({ serviceIds }) => serviceIds))]
  const found = await tx.service.count({ where: { id: { in: ids }, collectiviteId } })
  if (found !== ids.length) throw new NotFoundError('SERVICE')
}

async function demandAxes(tx: Tx, { plan: { id: planId }, fiches }: Asked): Promise<void> {
  const ids = [...new Set(fiches.flatMap(({ axeId }) => axeId ?? []))]
  const found = await tx.axe.count({ where: { id: { in: ids }, planId, suppressionId: null } })
  if (found !== ids.length) throw new NotFoundError('AXE')
}

async function lastPositions(tx: Tx, { id: planId }: Plan): Promise<Map<string | null, string>> {
  const places = await tx.placement.groupBy({ by: ['axeId'], where: { planId }, _max: { position: true } })
  return new Map(places.flatMap(({ axeId, _max }) => (_max.position === null ? [] : [[axeId, _max.position]])))
}
