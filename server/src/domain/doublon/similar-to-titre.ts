import type { Prisma } from '@pupitre/prisma'
import type { z } from 'zod'
import { parseInput } from '../parse-input.ts'
import { readablePlans } from '../rights/readable.ts'
import { similarTextSchema } from './doublon-rules.ts'
import type { FicheLue, Reading } from './read-compared.ts'
import { type Similar, similarTo } from './similar-fiches.ts'

/** The uuid of nothing: what is being created has none yet, and no family. */
const NOT_YET = '00000000-0000-0000-0000-000000000000'

interface ReadingPlans extends Reading {
  prisma: Reading['prisma'] & Pick<Prisma.TransactionClient, 'plan'>
}

/**
 * The fiches close to one that is being created in a plan, by the titre that is being typed; nothing when the plan cannot be read.
 * @throws ValidationError
 */
export async function similarToTitre(
  reading: ReadingPlans,
  input: z.input<typeof similarTextSchema>,
): Promise<readonly Similar[]> {
  const { planId, titre } = parseInput(similarTextSchema, input)
  const plan = await reading.prisma.plan.findFirst({
    where: { AND: [{ id: planId }, readablePlans(reading.viewer)] },
    select: { id: true, nom: true, collectiviteId: true },
  })
  if (!plan) return []
  const source: FicheLue = {
    id: NOT_YET,
    familleId: NOT_YET,
    collectiviteId: plan.collectiviteId,
    titre,
    texte: '',
    dateDebut: null,
    dateFin: null,
    services: [],
    pilotes: [],
    plans: [{ id: plan.id, nom: plan.nom }],
    axes: [],
  }
  return (await similarTo(reading, [source])).get(NOT_YET) ?? []
}
