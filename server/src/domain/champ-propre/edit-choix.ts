import type { ChampPropre } from '@pupitre/prisma'
import { z } from 'zod'
import { ConflictError, NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { positionBetween } from '../position.ts'
import { readableChampsPropres, readableLignes } from '../rights/readable.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { choixNomSchema, MAX_CHOIX } from './champ-rules.ts'
import { demandChamp, demandFreeNom, recordChamps } from './find-champ.ts'

/** Adds an answer to a field of type CHOIX. @throws ValidationError, NotFoundError, ForbiddenError, ConflictError. */
export async function addChoix(useCase: UseCase, input: { champId: string; nom: string }): Promise<{ planId: string }> {
  const { tx } = useCase
  const { champId, nom } = parseInput(z.object({ champId: z.guid(), nom: choixNomSchema }), input)
  const { planId, type } = await demandChamp(useCase, champId)
  if (type !== 'CHOIX') {
    throw new ConflictError({ code: 'CHAMP_NOT_CHOIX', message: 'Seul un champ de type choix offre des choix.' })
  }
  const others = await tx.champPropreChoix.findMany({ where: { champId }, orderBy: { position: 'asc' } })
  demandFreeNom(others, { nom, code: 'CHOIX_EXISTS' })
  demandRoom({
    count: others.length + 1,
    max: MAX_CHOIX,
    what: 'CHOIX',
    message: `Un champ offre ${MAX_CHOIX} choix au plus.`,
  })
  const position = positionBetween(others.at(-1)?.position ?? null, null)
  await tx.champPropreChoix.create({ data: { champId, nom, position } })
  await recordChamps(useCase, planId)
  return { planId }
}

/** Renames an answer, for the fiches that gave it too. @throws as addChoix. */
export async function renameChoix(
  useCase: UseCase,
  input: { choixId: string; nom: string },
): Promise<{ planId: string }> {
  const { choixId, nom } = parseInput(z.object({ choixId: z.guid(), nom: choixNomSchema }), input)
  const { id: champId, planId } = await demandChampOf(useCase, choixId)
  const choix = await useCase.tx.champPropreChoix.findMany({ where: { champId } })
  demandFreeNom(choix, { id: choixId, nom, code: 'CHOIX_EXISTS' })
  await useCase.tx.champPropreChoix.updateMany({ where: { id: choixId, champId }, data: { nom } })
  await recordChamps(useCase, planId)
  return { planId }
}

/**
 * Takes an answer away, with the values that it was; answers how many went, of the fiches that the viewer may read.
 * @throws NotFoundError, ForbiddenError.
 */
export async function removeChoix(
  useCase: UseCase,
  choixId: string,
): Promise<{ planId: string; valeursCount: number }> {
  const { viewer, tx } = useCase
  const { id: champId, planId } = await demandChampOf(useCase, choixId)
  const valeurs = { champId, choixId }
  const valeursCount = await tx.champPropreValeur.count({ where: { ...valeurs, ...readableLignes(viewer) } })
  await tx.champPropreValeur.deleteMany({ where: valeurs })
  await tx.champPropreChoix.deleteMany({ where: { id: choixId, champId } })
  await recordChamps(useCase, planId)
  return { planId, valeursCount }
}

/** The field that offers an answer. @throws NotFoundError, ForbiddenError. */
async function demandChampOf(useCase: UseCase, choixId: string): Promise<ChampPropre> {
  const { viewer, tx } = useCase
  const choix = await tx.champPropreChoix.findFirst({ where: { id: choixId, champ: readableChampsPropres(viewer) } })
  if (!choix) throw new NotFoundError('CHAMP')
  return demandChamp(useCase, choix.champId)
}
