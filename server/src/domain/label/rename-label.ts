import { z } from 'zod'
import { ConflictError } from '../errors.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { holdLabels } from './find-label.ts'
import { FIELD_OF_GENRE, fichesBearing } from './label-bearers.ts'
import { labelNomSchema } from './label-rules.ts'

const renameSchema = z.object({ labelId: z.guid(), nom: labelNomSchema })

/**
 * Gives a label another name, on every fiche that bears it.
 * @throws ValidationError, NotFoundError, ForbiddenError, ConflictError LABEL_EXISTS: the two are then to be merged.
 */
export async function renameLabel(useCase: UseCase, input: z.input<typeof renameSchema>): Promise<{ labelId: string }> {
  const { tx } = useCase
  const { labelId, nom } = parseInput(renameSchema, input)
  const [{ collectiviteId, genre, nom: former }] = await holdLabels(useCase, [labelId])
  if (nom === former) return { labelId }
  const nomNormalise = normaliseNom(nom)
  const homonym = await tx.label.findFirst({ where: { collectiviteId, genre, nomNormalise, id: { not: labelId } } })
  if (homonym) {
    throw new ConflictError({
      code: 'LABEL_EXISTS',
      message: `« ${homonym.nom} » existe déjà : fusionnez les deux libellés s’ils disent la même chose.`,
    })
  }
  await tx.label.update({ where: { id: labelId, collectiviteId }, data: { nom, nomNormalise } })
  await recordFicheChange(useCase, { ficheIds: await fichesBearing(tx, [labelId]), fields: [FIELD_OF_GENRE[genre]] })
  return { labelId }
}
