import type { Plan } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { actorOf } from '../live-text.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { planNomSchema } from '../plan/plan-rules.ts'
import { demandInCollectivite, demandInPlan } from '../rights/demand.ts'
import { readableFiches } from '../rights/readable.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { copiedTexts } from './copied-texts.ts'
import { copiesOf, copyFiches } from './copy-fiches.ts'
import { type Copies, copyRows } from './copy-rows.ts'

/** Fiches of one plan, sous-actions included, copied at once: as many as an import makes. */
export const MAX_DUPLICATED_FICHES = 2_000

const duplicateSchema = z.object({ planId: z.guid(), nom: planNomSchema })

export interface DuplicatedPlan {
  planId: string
  /** Fiches that were copied, sous-actions included: those that the viewer may read. */
  fichesCount: number
}

/**
 * Makes a plan that is another's copy: its description, levels, people and own fields; its axes with their texts and indicateurs;
 * its fiches with all that is theirs, and the links between them. What the viewer may not read, and what is in the corbeille, is
 * not in it; nor are the grants on the plan.
 *
 * @throws ValidationError, NotFoundError, ForbiddenError
 */
export async function duplicatePlan(useCase: UseCase, input: z.input<typeof duplicateSchema>): Promise<DuplicatedPlan> {
  const { viewer, tx, liveText, record } = useCase
  const { planId, nom } = parseInput(duplicateSchema, input)
  const original = await findPlan(useCase, planId)
  demandInCollectivite(viewer, 'createPlan', original)
  // Its copy is restricted too, and grants are the admins' to give: another would not see what they made.
  if (original.visibilite === 'RESTREINT') demandInPlan(viewer, 'managePlanAccess', original)

  const plans: Copies = new Map([[original.id, uuidv7()]])
  const fiches = await fichesToCopy(useCase, original)
  const axes = copiesOf(await tx.axe.findMany({ where: { planId, suppressionId: null }, select: { id: true } }))
  await copyPlan(useCase, { plans, nom })
  await copyRows(tx, { table: 'axe', follow: { id: axes, plan_id: plans }, followOrNull: { parent_id: axes } })
  await copyRows(tx, { table: 'axe_indicateur', follow: { axe_id: axes } })
  const { notes } = await copyFiches(useCase, fiches)
  await copyRows(tx, {
    table: 'placement',
    follow: { fiche_id: fiches, plan_id: plans },
    followOrNull: { axe_id: axes },
    hasId: true,
  })
  await copyChamps(useCase, { plans, fiches })
  await liveText.create({
    tx,
    documents: await copiedTexts(liveText, { plans, axes, fiches, notes }),
    actor: actorOf(viewer),
  })
  const copyId = plans.get(original.id) ?? ''
  record.change({ kind: 'plan', planId: copyId, fields: ['fichesCount'] })
  return { planId: copyId, fichesCount: fiches.size }
}

async function fichesToCopy({ viewer, tx }: UseCase, { id: planId }: Plan): Promise<Copies> {
  const placed = { placements: { some: { planId, OR: [{ axeId: null }, { axe: { suppressionId: null } }] } } }
  const found = await tx.fiche.findMany({
    where: { AND: [readableFiches(viewer), { suppressionId: null, OR: [placed, { parent: placed }] }] },
    select: { id: true, parentId: true },
  })
  const ids = new Set(found.map(({ id }) => id))
  const whole = found.filter(({ parentId }) => parentId === null || ids.has(parentId))
  demandRoom({
    count: whole.length,
    max: MAX_DUPLICATED_FICHES,
    what: 'FICHES',
    message: `Un plan se duplique avec ${MAX_DUPLICATED_FICHES} fiches au plus, sous-actions comprises.`,
  })
  return copiesOf(whole)
}

async function copyPlan({ viewer, tx }: UseCase, { plans, nom }: { plans: Copies; nom: string }): Promise<void> {
  const at = new Date().toISOString()
  await copyRows(tx, {
    table: 'plan',
    follow: { id: plans },
    set: {
      nom,
      nom_normalise: normaliseNom(nom),
      created_by_id: viewer?.userId ?? null,
      archived_at: null,
      created_at: at,
      updated_at: at,
    },
  })
  await copyRows(tx, { table: 'plan_pilote', follow: { plan_id: plans } })
  await copyRows(tx, { table: 'plan_referent', follow: { plan_id: plans } })
}

async function copyChamps({ tx }: UseCase, { plans, fiches }: { plans: Copies; fiches: Copies }): Promise<void> {
  const planId = { in: [...plans.keys()] }
  const champs = copiesOf(await tx.champPropre.findMany({ where: { planId }, select: { id: true } }))
  const choix = copiesOf(await tx.champPropreChoix.findMany({ where: { champ: { planId } }, select: { id: true } }))
  await copyRows(tx, { table: 'champ_propre', follow: { id: champs, plan_id: plans } })
  await copyRows(tx, { table: 'champ_propre_choix', follow: { id: choix, champ_id: champs } })
  await copyRows(tx, {
    table: 'champ_propre_valeur',
    follow: { fiche_id: fiches, champ_id: champs },
    followOrNull: { choix_id: choix },
  })
}
