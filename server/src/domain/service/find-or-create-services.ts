import { v7 as uuidv7 } from 'uuid'
import { findCollectivite } from '../collectivite/find-collectivite.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import type { UseCase } from '../use-case.ts'
import { normaliseNom } from './normalise-nom.ts'
import { type NamedServices, namedServicesSchema } from './service-rules.ts'

/** What the names of a file became. */
export interface FoundServices {
  /** Service id by `normaliseNom` of its name. */
  idByNom: ReadonlyMap<string, string>
  /** `normaliseNom` of those which were not there before. */
  created: ReadonlySet<string>
}

/**
 * Finds the services of a collectivité by their names, accents and case apart, and creates those that are missing,
 * without members. Two imports at once create a service once.
 * @throws ValidationError, NotFoundError (the collectivité), ForbiddenError when one must be created and may not be.
 */
export async function findOrCreateServices(useCase: UseCase, input: NamedServices): Promise<FoundServices> {
  const { viewer, tx } = useCase
  const { collectiviteId, noms } = parseInput(namedServicesSchema, input)
  await findCollectivite(useCase, collectiviteId)

  const nomByKey = new Map(noms.map((nom) => [normaliseNom(nom), nom]))
  const idByNom = await idsByNom(useCase, { collectiviteId, keys: [...nomByKey.keys()] })
  // In one order: two imports that name the same wait for each other, and not for ever.
  const missing = [...nomByKey].filter(([key]) => !idByNom.has(key)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (missing.length === 0) return { idByNom, created: new Set() }

  demandInCollectivite(viewer, 'createService', { collectiviteId })
  const created = await tx.service.createManyAndReturn({
    data: missing.map(([nomNormalise, nom]) => ({ id: uuidv7(), collectiviteId, nom, nomNormalise })),
    skipDuplicates: true,
    select: { nomNormalise: true },
  })
  return {
    idByNom: await idsByNom(useCase, { collectiviteId, keys: [...nomByKey.keys()] }),
    created: new Set(created.map(({ nomNormalise }) => nomNormalise)),
  }
}

async function idsByNom({ tx }: UseCase, { collectiviteId, keys }: { collectiviteId: string; keys: string[] }) {
  const services = await tx.service.findMany({ where: { collectiviteId, nomNormalise: { in: keys } } })
  return new Map(services.map(({ id, nomNormalise }) => [nomNormalise, id]))
}
