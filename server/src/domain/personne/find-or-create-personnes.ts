import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readablePersonnes } from '../rights/readable.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { personneNomSchema } from './personne-rules.ts'

/** People named at once: more than a plan's file holds. */
export const MAX_NAMED_PERSONNES = 10_000

interface NamedPersonnes {
  collectiviteId: string
  noms: readonly string[]
}

export interface FoundPersonnes {
  /** Personne id by `normaliseNom` of its name. */
  idByNom: ReadonlyMap<string, string>
  /** `normaliseNom` of those which were not there before. */
  created: ReadonlySet<string>
}

/**
 * Finds people of a collectivité by their names, accents and case apart, and creates those that are missing, without an account.
 * A name is the member's who bears it alone; of two members with one name neither is chosen, since pilots may edit: it is then a
 * person without an account. The same name given by two people at once makes one person. They are found among those whom the viewer may
 * read: whom a collectivité knows is not found out by trying names.
 * @throws ValidationError, ForbiddenError when one must be created and may not be.
 */
export async function findOrCreatePersonnes(
  useCase: UseCase,
  { collectiviteId, noms }: NamedPersonnes,
): Promise<FoundPersonnes> {
  const { viewer, tx } = useCase
  const nomByKey = new Map(parseInput(personnesSchema, noms).map((nom) => [normaliseNom(nom), nom]))
  const keys = [...nomByKey.keys()]
  const known = await idsByNom(useCase, { collectiviteId, keys })
  // In one order: two imports that name the same wait for each other, and not for ever.
  const missing = [...nomByKey].filter(([key]) => !known.has(key)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (missing.length === 0) return { idByNom: known, created: new Set() }

  demandInCollectivite(viewer, 'createPersonne', { collectiviteId })
  // Whom a colleague is creating is waited for, then found.
  const created = await tx.personne.createManyAndReturn({
    data: missing.map(([nomNormalise, nom]) => ({ id: uuidv7(), collectiviteId, nom, nomNormalise })),
    skipDuplicates: true,
    select: { nomNormalise: true },
  })
  return {
    idByNom: await idsByNom(useCase, { collectiviteId, keys }),
    created: new Set(created.map(({ nomNormalise }) => nomNormalise)),
  }
}

const personnesSchema = z.array(personneNomSchema).max(MAX_NAMED_PERSONNES)

async function idsByNom({ viewer, tx }: UseCase, { collectiviteId, keys }: { collectiviteId: string; keys: string[] }) {
  const personnes = await tx.personne.findMany({
    where: { collectiviteId, nomNormalise: { in: keys }, AND: [readablePersonnes(viewer)] },
    select: { id: true, nomNormalise: true, membreId: true },
  })
  const ids = new Map<string, string>()
  for (const [key, homonyms] of Map.groupBy(personnes, ({ nomNormalise }) => nomNormalise)) {
    const [membre, ...others] = homonyms.filter(({ membreId }) => membreId !== null)
    const chosen = membre && others.length === 0 ? membre : homonyms.find(({ membreId }) => membreId === null)
    if (chosen) ids.set(key, chosen.id)
  }
  return ids
}
