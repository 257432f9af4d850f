import { NotFoundError } from '../errors.ts'
import { demandOneEnd } from '../lien/demand-one-end.ts'
import { parseInput } from '../parse-input.ts'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { type DoublonPair, doublonSchema } from './doublon-rules.ts'

/**
 * Says for everyone that two fiches are not one: they are not proposed as possible duplicates any more. Both can be read, one can be
 * changed. Said twice, it is said once. Answers the two.
 * @throws ValidationError, NotFoundError (either fiche), ForbiddenError
 */
export async function dismissDoublon(useCase: UseCase, input: DoublonPair): Promise<string[]> {
  const pair = await demandPair(useCase, input)
  await useCase.tx.doublonEcarte.createMany({
    data: { ...pair, createdById: useCase.viewer?.userId ?? null },
    skipDuplicates: true,
  })
  return told(useCase, pair)
}

/** Takes that back: the two may be proposed again. @throws ValidationError, NotFoundError (either fiche), ForbiddenError */
export async function reconsiderDoublon(useCase: UseCase, input: DoublonPair): Promise<string[]> {
  const pair = await demandPair(useCase, input)
  await useCase.tx.doublonEcarte.deleteMany({ where: pair })
  return told(useCase, pair)
}

interface StoredPair {
  ficheId: string
  autreId: string
}

/** The two as they are stored, the smaller id first. */
async function demandPair(useCase: UseCase, input: DoublonPair): Promise<StoredPair> {
  const { viewer, tx } = useCase
  const { ficheId, autreId } = parseInput(doublonSchema, input)
  const fiches = await tx.fiche.findMany({
    where: { AND: [{ id: { in: [ficheId, autreId] } }, readableFiches(viewer)] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const [first, second] = fiches.map(({ id }) => id)
  if (!first || !second) throw new NotFoundError('FICHE')
  await demandOneEnd(useCase, [first, second])
  return { ficheId: first, autreId: second }
}

function told({ record }: UseCase, { ficheId, autreId }: StoredPair): string[] {
  const ficheIds = [ficheId, autreId]
  for (const id of ficheIds) record.change({ kind: 'fiche', ficheId: id, fields: ['similarFiches'] })
  return ficheIds
}
