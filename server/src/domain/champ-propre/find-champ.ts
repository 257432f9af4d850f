import type { ChampPropre } from '@pupitre/prisma'
import { ConflictError, NotFoundError } from '../errors.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import { readableChampsPropres } from '../rights/readable.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'

/** A field of a plan that the viewer may edit; the plan is locked. @throws NotFoundError, ForbiddenError. */
export async function demandChamp(useCase: UseCase, id: string): Promise<ChampPropre> {
  const { viewer, tx } = useCase
  const found = await tx.champPropre.findFirst({ where: { AND: [{ id }, readableChampsPropres(viewer)] } })
  if (!found) throw new NotFoundError('CHAMP')
  demandInPlan(viewer, 'editPlan', await findPlan(useCase, found.planId))
  await lockPlan(tx, found.planId)
  const champ = await tx.champPropre.findUnique({ where: { id } })
  if (!champ) throw new NotFoundError('CHAMP')
  return champ
}

/** @throws ConflictError when another of the list has this name, accents and case apart. */
export function demandFreeNom(
  others: readonly { id: string; nom: string }[],
  { id, nom, code }: { id?: string; nom: string; code: 'CHAMP_EXISTS' | 'CHOIX_EXISTS' },
): void {
  const same = others.find((other) => other.id !== id && normaliseNom(other.nom) === normaliseNom(nom))
  if (same) throw new ConflictError({ code, message: `« ${same.nom} » existe déjà.` })
}

/** Tells of changed fields of a plan to who looks at it, or at a fiche that it holds. */
export async function recordChamps({ tx, record }: UseCase, planId: string): Promise<void> {
  record.change({ kind: 'plan', planId, fields: ['champsPropres'] })
  const fiches = await tx.fiche.findMany({ where: { placements: { some: { planId } } }, select: { id: true } })
  for (const { id } of fiches) record.change({ kind: 'fiche', ficheId: id, fields: ['champsPropres'] })
}
