import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { demandMembre } from '../membre/demand-membre.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { mergePersonnes } from './merge-personnes.ts'

const attachSchema = z.object({ membreId: z.guid(), personneId: z.guid() })

/**
 * Says that a person named without an account is this member, who takes their place everywhere.
 * @throws NotFoundError (the member, the person), ForbiddenError.
 */
export async function attachPersonne(
  useCase: UseCase,
  input: z.input<typeof attachSchema>,
): Promise<{ membreId: string }> {
  const { tx } = useCase
  const { membreId, personneId } = parseInput(attachSchema, input)
  const { collectiviteId, userId } = await demandMembre(useCase, membreId)
  const named = await tx.personne.findFirst({ where: { id: personneId, collectiviteId, membreId: null } })
  if (!named) throw new NotFoundError('PERSONNE')
  await becomeMembre(useCase, { collectiviteId, membreId, userId, personneIds: [personneId] })
  return { membreId }
}

/** People without an account become this member, who gains what their fiches give them. Rights are judged again. */
export async function becomeMembre(
  useCase: UseCase,
  {
    collectiviteId,
    membreId,
    userId,
    personneIds,
  }: { collectiviteId: string; membreId: string; userId: string; personneIds: readonly string[] },
): Promise<void> {
  const { tx, record } = useCase
  const own = await tx.personne.findFirstOrThrow({ where: { membreId, collectiviteId } })
  await mergePersonnes(useCase, { collectiviteId, intoId: own.id, fromIds: personneIds })
  record.rights({ userIds: [userId] })
}
