import { createAxes } from '../../domain/axe/create-axes.ts'
import type { CreatedAxe } from '../../domain/axe/axe-rows.ts'
import { createFiches } from '../../domain/fiche/create-fiches.ts'
import { createPlan } from '../../domain/plan/create-plan.ts'
import { findOrCreateServices } from '../../domain/service/find-or-create-services.ts'
import type { UseCase } from '../../domain/use-case.ts'
import type { ImportAxe, ImportPlan } from './import-plan.ts'
import { typeOfPlan } from './plan-type.ts'

export interface CommittedImport {
  planId: string
  /** `key` of the services which were not there before. */
  createdServices: ReadonlySet<string>
}

/**
 * Creates a plan with its axes, services and fiches, in the caller's transaction; the number of statements does not
 * grow with the number of fiches.
 * @throws ValidationError, NotFoundError (the collectivité), ForbiddenError
 */
export async function commitImport(
  useCase: UseCase,
  { collectiviteId, nom, plan }: { collectiviteId: string; nom: string; plan: ImportPlan },
): Promise<CommittedImport> {
  const { id: planId } = await createPlan(useCase, { collectiviteId, nom, ...typeOfPlan(nom) })
  const { idByNom, created } = await findOrCreateServices(useCase, {
    collectiviteId,
    noms: plan.services.map((service) => service.nom),
  })
  const axeIds = idsByAxe(plan.axes, await createAxes(useCase, { planId, parentId: null, axes: plan.axes }))
  await createFiches(useCase, {
    planId,
    fiches: plan.fiches.map(({ row: _row, axe, services, ...fiche }) => ({
      ...fiche,
      axeId: axe && found(axeIds, axe),
      serviceIds: services.map((key) => found(idByNom, key)),
    })),
  })
  return { planId, createdServices: created }
}

/** Created axes come in the shape that they were asked for. */
function idsByAxe(axes: readonly ImportAxe[], created: readonly CreatedAxe[]): Map<ImportAxe, string> {
  const ids = new Map<ImportAxe, string>()
  for (const [index, axe] of axes.entries()) {
    const row = created[index]
    if (!row) throw new Error('one axe is created per axe asked for')
    ids.set(axe, row.id)
    for (const [child, id] of idsByAxe(axe.enfants, row.enfants)) ids.set(child, id)
  }
  return ids
}

function found<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
  const id = ids.get(key)
  if (!id) throw new Error('every axe and service of a plan to import was created just before')
  return id
}
