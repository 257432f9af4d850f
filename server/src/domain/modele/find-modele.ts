import type { PlanModele } from '@pupitre/prisma'
import { ConflictError, NotFoundError } from '../errors.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableModeles } from '../rights/readable.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'

/** A model, held until the end of the transaction. @throws NotFoundError, ForbiddenError when the viewer may not do that with it. */
export async function demandModele(
  { viewer, tx }: UseCase,
  act: 'manageModeles' | 'createPlan',
  id: string,
): Promise<PlanModele> {
  await tx.$queryRaw`SELECT 1 FROM plan_modele WHERE id = ${id}::uuid FOR UPDATE`
  const modele = await tx.planModele.findFirst({ where: { AND: [{ id }, readableModeles(viewer)] } })
  if (!modele) throw new NotFoundError('MODELE')
  demandInCollectivite(viewer, act, modele)
  return modele
}

/** Makes those who name models of a collectivité wait for each other. */
export async function lockModeles(tx: Tx, collectiviteId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM collectivite WHERE id = ${collectiviteId}::uuid FOR NO KEY UPDATE`
}

/** @throws ConflictError MODELE_EXISTS when another model of the collectivité has this name, accents and case apart. */
export async function demandFreeModeleNom(
  tx: Tx,
  { collectiviteId, nom, id }: { collectiviteId: string; nom: string; id?: string },
): Promise<void> {
  const same = await tx.planModele.findFirst({
    where: { collectiviteId, nomNormalise: normaliseNom(nom), ...(id !== undefined && { id: { not: id } }) },
    select: { nom: true },
  })
  if (same) throw new ConflictError({ code: 'MODELE_EXISTS', message: `Un modèle « ${same.nom} » existe déjà.` })
}
