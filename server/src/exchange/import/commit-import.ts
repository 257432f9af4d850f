import type { PlanType } from '@pupitre/prisma'
import { createAxes } from '../../domain/axe/create-axes.ts'
import type { CreatedAxe } from '../../domain/axe/axe-rows.ts'
import { createFiches } from '../../domain/fiche/create-fiches.ts'
import { recordMesFiches } from '../../domain/fiche/record-mes-fiches.ts'
import { fillNewFiches } from '../../domain/fiche/fill-new-fiches.ts'
import { createPlan } from '../../domain/plan/create-plan.ts'
import type { UseCase } from '../../domain/use-case.ts'
import { createLinks } from './create-links.ts'
import { createNames, type CreatedNames } from './create-names.ts'
import type { ImportAxe, ImportPlan } from './import-plan.ts'
import { newFicheOf, relationsOf } from './new-fiches.ts'
import { typeOfPlan } from './plan-type.ts'

/** The steps of an import, in order, as the page tells them. */
export const IMPORT_STEPS = ['PLAN', 'NOMS', 'AXES', 'FICHES', 'CHAMPS', 'LIENS'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

export interface CommittedImport {
  planId: string
  /** Addresses of the cells which created something, and what. */
  creators: CreatedNames['creators']
  /** `key` of the services which were not there before. */
  createdServices: ReadonlySet<string>
  /** Sentences about links that are left out, by the address of their cell. */
  leftLinks: ReadonlyMap<string, string>
}

export interface ImportOrder {
  collectiviteId: string
  nom: string
  /** Without it, as the name tells. */
  type?: { type: PlanType; typeAutre: string | null }
  plan: ImportPlan
  /** The day of the notes which do not say theirs, `AAAA-MM-JJ`. */
  today: string
  /** Told when each step begins. */
  onStep?: (step: ImportStep) => void
}

/**
 * Creates a plan with its axes, its fiches and all that they name, in the caller's transaction; the number of statements does
 * not grow with the number of fiches.
 * @throws ValidationError, NotFoundError (the collectivité), ForbiddenError
 */
export async function commitImport(useCase: UseCase, order: ImportOrder): Promise<CommittedImport> {
  const { collectiviteId, nom, plan, today, onStep } = order
  onStep?.('PLAN')
  const { id: planId } = await createPlan(useCase, { collectiviteId, nom, ...(order.type ?? typeOfPlan(nom)) })
  onStep?.('NOMS')
  const names = await createNames(useCase, { collectiviteId, plan })
  onStep?.('AXES')
  const axeIds = idsByAxe(plan.axes, await createAxes(useCase, { planId, parentId: null, axes: plan.axes }))

  onStep?.('FICHES')
  const asked = plan.fiches.map((fiche) => newFicheOf(fiche, { axeIds, names, today }))
  const created = await createFiches(useCase, { planId, fiches: asked.map(({ fiche }) => fiche) })
  onStep?.('CHAMPS')
  const filled = asked.flatMap(({ sources }, index) => {
    const row = created[index]
    if (!row) throw new Error('one fiche is created per fiche asked for')
    return [row.ficheId, ...row.sousActions].flatMap((ficheId, at) => {
      const source = sources[at]
      return source ? [{ ...source, ficheId }] : []
    })
  })
  await fillNewFiches(useCase.tx, {
    collectiviteId,
    createdById: useCase.viewer?.userId ?? null,
    fiches: filled.map((source) => relationsOf(source, names)),
  })
  await recordMesFiches(
    useCase,
    filled.map(({ ficheId }) => ficheId),
  )
  onStep?.('LIENS')
  const ids = new Map(filled.map(({ fiche, ficheId }) => [fiche, ficheId]))
  const leftLinks = await createLinks(useCase, { collectiviteId, plan, ids })
  return { planId, creators: names.creators, createdServices: names.createdServices, leftLinks }
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
