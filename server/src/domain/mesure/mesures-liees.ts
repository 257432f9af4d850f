import type { MesureLiee } from '@pupitre/prisma'
import { NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { readableFiches } from '../rights/readable.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { MAX_MESURES, type NewMesure, newMesureSchema } from './mesure-rules.ts'

/**
 * Refers a fiche to a measure of an outside référentiel; once, however often it is asked.
 * @throws ValidationError, NotFoundError, ForbiddenError.
 */
export async function addMesureLiee(useCase: UseCase, input: NewMesure): Promise<MesureLiee> {
  const { tx } = useCase
  const mesure = parseInput(newMesureSchema, input)
  const { ficheId } = mesure
  await demandFiche(useCase, 'editFiche', ficheId)
  await lockFiche(tx, ficheId)
  const there = await tx.mesureLiee.findFirst({ where: mesure })
  if (there) return there
  demandRoom({
    count: (await tx.mesureLiee.count({ where: { ficheId } })) + 1,
    max: MAX_MESURES,
    what: 'MESURES',
    message: `Une fiche renvoie à ${MAX_MESURES} mesures au plus.`,
  })
  const created = await tx.mesureLiee.create({ data: mesure })
  await recordFicheChange(useCase, { ficheIds: [ficheId], fields: ['mesuresLiees'] })
  return created
}

/** Takes the reference away. @throws NotFoundError, ForbiddenError. */
export async function removeMesureLiee(useCase: UseCase, id: string): Promise<{ ficheId: string }> {
  const { viewer, tx } = useCase
  const mesure = await tx.mesureLiee.findFirst({ where: { id, fiche: readableFiches(viewer) } })
  if (!mesure) throw new NotFoundError('MESURE')
  const { ficheId } = mesure
  await demandFiche(useCase, 'editFiche', ficheId)
  const { count } = await tx.mesureLiee.deleteMany({ where: { id, ficheId } })
  if (count > 0) await recordFicheChange(useCase, { ficheIds: [ficheId], fields: ['mesuresLiees'] })
  return { ficheId }
}
