import type { LabelGenre } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableLabels } from '../rights/readable.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { labelNomSchema } from './label-rules.ts'

/** Labels named at once: more than a plan's file holds. */
export const MAX_NAMED_LABELS = 10_000

interface NamedLabels {
  collectiviteId: string
  genre: LabelGenre
  noms: readonly string[]
}

export interface FoundLabels {
  /** Label id by `normaliseNom` of its name. */
  idByNom: ReadonlyMap<string, string>
  /** `normaliseNom` of those which were not there before. */
  created: ReadonlySet<string>
}

/**
 * Finds labels of one genre by their names, accents and case apart, and creates those that are missing. The same name given by
 * two people at once makes one label. They are found among those that the viewer may read: a collectivité's words are not found out by
 * trying them.
 * @throws ValidationError, ForbiddenError when one must be created and may not be.
 */
export async function findOrCreateLabels(
  useCase: UseCase,
  { collectiviteId, genre, noms }: NamedLabels,
): Promise<FoundLabels> {
  const { viewer, tx } = useCase
  const nomByKey = new Map(parseInput(labelsSchema, noms).map((nom) => [normaliseNom(nom), nom]))
  const keys = [...nomByKey.keys()]
  const idsByNom = async () => {
    const labels = await tx.label.findMany({
      where: { collectiviteId, genre, nomNormalise: { in: keys }, AND: [readableLabels(viewer)] },
      select: { id: true, nomNormalise: true },
    })
    return new Map(labels.map(({ id, nomNormalise }) => [nomNormalise, id]))
  }
  const known = await idsByNom()
  // In one order: two imports that name the same wait for each other, and not for ever.
  const missing = [...nomByKey].filter(([key]) => !known.has(key)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (missing.length === 0) return { idByNom: known, created: new Set() }

  demandInCollectivite(viewer, 'createLabel', { collectiviteId })
  // What a colleague is creating is waited for, then found.
  const created = await tx.label.createManyAndReturn({
    data: missing.map(([nomNormalise, nom]) => ({ id: uuidv7(), collectiviteId, genre, nom, nomNormalise })),
    skipDuplicates: true,
    select: { nomNormalise: true },
  })
  return { idByNom: await idsByNom(), created: new Set(created.map(({ nomNormalise }) => nomNormalise)) }
}

const labelsSchema = z.array(labelNomSchema).max(MAX_NAMED_LABELS)
