import { type FicheField, type TextDelta, plainFieldDelta } from '@pupitre/document'
import type { Plan } from '@pupitre/prisma'
import { actorOf } from '../live-text.ts'
import { NotFoundError } from '../errors.ts'
import type { NewDocument } from '../live-text.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { ficheRows } from './fiche-rows.ts'
import { type NewFiche, type ParsedFiche, newFichesSchema } from './fiche-rules.ts'

/** The live texts that a new fiche starts with, its titre apart; those left out start empty. `note:<uuid>`: a note's. */
export type NewTextes = Partial<Record<Exclude<FicheField, 'titre'> | `note:${string}`, TextDelta>>

type WithTextes<Fiche> = Fiche & { textes?: NewTextes }

export interface NewFiches {
  planId: string
  /** In the order that they will have in their axe, after those already there. */
  fiches: readonly WithTextes<
    Omit<NewFiche, 'sousActions'> & { sousActions?: WithTextes<NonNullable<NewFiche['sousActions']>[number]>[] }
  >[]
}

export interface CreatedFiche {
  ficheId: string
  placementId: string
  /** Ids of its sous-actions, in the order of the input. */
  sousActions: string[]
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
  const withSousActions = rows.flatMap((row) => [row, ...row.sousActions])
  await tx.fiche.createMany({ data: withSousActions.map(({ fiche }) => fiche) })
  await tx.ficheService.createMany({ data: withSousActions.flatMap((row) => row.services) })
  await tx.placement.createMany({ data: rows.map(({ placement }) => placement) })
  await liveText.create({
    tx,
    documents: rows.flatMap((row, index) => {
      const asked = input.fiches[index]
      return [
        newDocument(row.fiche, asked?.textes),
        ...row.sousActions.map(({ fiche }, at) => newDocument(fiche, asked?.sousActions?.[at]?.textes)),
      ]
    }),
    actor: actorOf(viewer),
  })
  const placementIds = rows.map(({ placement }) => placement.id)
  record.change({ kind: 'plan', planId: plan.id, fields: ['fichesCount'], placementIds })
  return rows.map(({ fiche, placement, sousActions }) => ({
    ficheId: fiche.id,
    placementId: placement.id,
    sousActions: sousActions.map((sousAction) => sousAction.fiche.id),
  }))
}

function newDocument({ id, titre }: { id: string; titre: string }, textes: NewTextes = {}): NewDocument {
  return { document: { kind: 'fiche', uuid: id }, fields: { ...textes, titre: plainFieldDelta('titre', titre) } }
}

interface Asked {
  plan: Plan
  fiches: readonly ParsedFiche[]
}

async function demandServices(tx: Tx, { plan: { collectiviteId }, fiches }: Asked): Promise<void> {
  const all = fiches.flatMap((fiche) => [fiche, ...fiche.sousActions])
  const ids = [...new Set(all.flatMap(({ serviceIds }) => serviceIds))]
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
