import { z } from 'zod'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { positionBetween } from '../position.ts'
import { demandInPlan } from '../rights/demand.ts'
import { readableLignes } from '../rights/readable.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { champNomSchema, MAX_CHAMPS, type NewChamp, newChampSchema } from './champ-rules.ts'
import { demandChamp, demandFreeNom, recordChamps } from './find-champ.ts'

const ORDER = [{ position: 'asc' as const }, { id: 'asc' as const }]

/** Adds a field to a plan, after the others. @throws ValidationError, NotFoundError, ForbiddenError, ConflictError: its name is taken. */
export async function createChamp(useCase: UseCase, input: NewChamp): Promise<{ planId: string; champId: string }> {
  const { viewer, tx } = useCase
  const { planId, nom, type } = parseInput(newChampSchema, input)
  demandInPlan(viewer, 'editPlan', await findPlan(useCase, planId))
  await lockPlan(tx, planId)
  const others = await tx.champPropre.findMany({ where: { planId }, orderBy: ORDER })
  demandFreeNom(others, { nom, code: 'CHAMP_EXISTS' })
  demandRoom({
    count: others.length + 1,
    max: MAX_CHAMPS,
    what: 'CHAMPS',
    message: `Un plan a ${MAX_CHAMPS} champs propres au plus.`,
  })
  const position = positionBetween(others.at(-1)?.position ?? null, null)
  const { id } = await tx.champPropre.create({ data: { planId, nom, type, position } })
  await recordChamps(useCase, planId)
  return { planId, champId: id }
}

/** Renames a field; its values stay. @throws as createChamp. */
export async function renameChamp(
  useCase: UseCase,
  input: { champId: string; nom: string },
): Promise<{ planId: string }> {
  const { champId, nom } = parseInput(z.object({ champId: z.guid(), nom: champNomSchema }), input)
  const { id, planId } = await demandChamp(useCase, champId)
  demandFreeNom(await useCase.tx.champPropre.findMany({ where: { planId } }), { id, nom, code: 'CHAMP_EXISTS' })
  await useCase.tx.champPropre.update({ where: { id, planId }, data: { nom } })
  await recordChamps(useCase, planId)
  return { planId }
}

/** Moves a field after another of its plan; null: first. @throws NotFoundError, ForbiddenError. */
export async function moveChamp(
  useCase: UseCase,
  { champId, afterId }: { champId: string; afterId: string | null },
): Promise<{ planId: string }> {
  const { tx } = useCase
  const { id, planId } = await demandChamp(useCase, champId)
  const others = await tx.champPropre.findMany({ where: { planId, NOT: { id } }, orderBy: ORDER })
  const index = afterId === null ? -1 : others.findIndex((other) => other.id === afterId)
  if (afterId !== null && index === -1) throw new NotFoundError('CHAMP')
  const position = positionBetween(others[index]?.position ?? null, others[index + 1]?.position ?? null)
  await tx.champPropre.update({ where: { id, planId }, data: { position } })
  await recordChamps(useCase, planId)
  return { planId }
}

/**
 * Takes a field away, with the values of its fiches; answers how many went, of the fiches that the viewer may read.
 * @throws NotFoundError, ForbiddenError.
 */
export async function deleteChamp(
  useCase: UseCase,
  champId: string,
): Promise<{ planId: string; valeursCount: number }> {
  const { viewer, tx } = useCase
  const { id, planId } = await demandChamp(useCase, champId)
  const valeursCount = await tx.champPropreValeur.count({ where: { champId: id, ...readableLignes(viewer) } })
  await tx.champPropre.delete({ where: { id, planId } })
  await recordChamps(useCase, planId)
  return { planId, valeursCount }
}
