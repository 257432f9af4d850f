import { v7 as uuidv7 } from 'uuid'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableIndicateurs } from '../rights/readable.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import type { Viewer } from '../viewer.ts'
import { demandIndicateurs } from './demand-indicateurs.ts'

interface NamedIndicateurs {
  /** One that the viewer is known to be a member of. */
  collectiviteId: string
  /** Tidied, and none of them empty. */
  noms: readonly string[]
}

export interface FoundIndicateurs {
  /** Indicateur id by `normaliseNom` of its name. */
  idByNom: ReadonlyMap<string, string>
  /** `normaliseNom` of those which were not there before. */
  created: ReadonlySet<string>
}

/**
 * Finds the indicateurs of a collectivité by their names, accents and case apart, and creates those that are missing, without
 * a unit. Of two with one name, the older is taken. Two imports at once create an indicateur once.
 * @throws ForbiddenError when one must be created and may not be, ConflictError TOO_MANY_INDICATEURS.
 */
export async function findOrCreateIndicateurs(
  { viewer, tx }: UseCase,
  { collectiviteId, noms }: NamedIndicateurs,
): Promise<FoundIndicateurs> {
  const nomByKey = new Map(noms.map((nom) => [normaliseNom(nom), nom]))
  if (nomByKey.size === 0) return { idByNom: new Map(), created: new Set() }
  // No index makes names unique, since people may give one twice: imports wait for each other instead.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`indicateurs of ${collectiviteId}`}, 0))`
  const idByNom = await indicateursByNom({ viewer, tx }, { collectiviteId, keys: [...nomByKey.keys()] })
  const missing = [...nomByKey].filter(([key]) => !idByNom.has(key))
  if (missing.length === 0) return { idByNom, created: new Set() }

  demandInCollectivite(viewer, 'editIndicateur', { collectiviteId })
  await demandIndicateurs(tx, { collectiviteId, more: missing.length })
  const rows = missing.map(([nomNormalise, nom]) => ({
    id: uuidv7(),
    collectiviteId,
    nom,
    nomNormalise,
    createdById: viewer?.userId ?? null,
  }))
  await tx.indicateur.createMany({ data: rows })
  for (const { id, nomNormalise } of rows) idByNom.set(nomNormalise, id)
  return { idByNom, created: new Set(missing.map(([key]) => key)) }
}

/** Ids of those that a collectivité has, by `normaliseNom` of their name: of two with one name, the older. */
export async function indicateursByNom(
  { viewer, tx }: { viewer: Viewer | null; tx: Pick<Tx, 'indicateur'> },
  { collectiviteId, keys }: { collectiviteId: string; keys: readonly string[] },
): Promise<Map<string, string>> {
  const there = await tx.indicateur.findMany({
    where: { AND: [readableIndicateurs(viewer), { collectiviteId, nomNormalise: { in: [...keys] } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, nomNormalise: true },
  })
  return new Map(there.map(({ id, nomNormalise }) => [nomNormalise, id]))
}
