import type { Vue } from '@pupitre/prisma'
import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { membreIn } from '../viewer.ts'
import { demandFreeVueNom, demandRoomForVue, demandVue, lockVues } from './find-vue.ts'
import { parametresSchema, vueNomSchema } from './vue-rules.ts'

const changeSchema = z.object({
  vueId: z.guid(),
  nom: vueNomSchema.optional(),
  parametres: parametresSchema.optional(),
  partagee: z.boolean().optional(),
})

/**
 * Gives a view another name or other parameters, shares it with the collectivité, or takes it back from it: it is then its author's own again,
 * or the viewer's where the author has left.
 * @throws ValidationError (TOO_MANY_VUES, PARAMETRES_INVALID, PARAMETRES_TOO_LONG), NotFoundError, ForbiddenError, ConflictError VUE_EXISTS.
 */
export async function updateVue(
  useCase: UseCase,
  input: z.input<typeof changeSchema>,
): Promise<{ vueId: string; collectiviteId: string }> {
  const { tx, record } = useCase
  const { vueId, nom, parametres, partagee } = parseInput(changeSchema, input)
  const vue = await demandVue(useCase, vueId)
  const { id, collectiviteId } = vue
  const membreId = ownerAfter(useCase, { vue, partagee })
  const place = { collectiviteId, membreId, id }

  await lockVues(tx, collectiviteId)
  await demandFreeVueNom(tx, { ...place, nom: nom ?? vue.nom })
  if (membreId !== vue.membreId) await demandRoomForVue(tx, place)
  await tx.vue.update({
    where: { id, collectiviteId },
    data: {
      membreId,
      ...(membreId !== null && { auteurId: membreId }),
      ...(nom !== undefined && { nom, nomNormalise: normaliseNom(nom) }),
      ...(parametres !== undefined && { parametres }),
    },
  })
  if (vue.membreId === null || membreId === null) record.change({ kind: 'vues', collectiviteId })
  return { vueId, collectiviteId }
}

/** Whose a view is once it is shared, or no more; as before when nothing is asked. */
function ownerAfter(
  { viewer }: UseCase,
  { vue, partagee }: { vue: Vue; partagee: boolean | undefined },
): string | null {
  const { membreId, auteurId, collectiviteId } = vue
  if (partagee === undefined || partagee === (membreId === null)) return membreId
  if (!partagee) {
    const owner = auteurId ?? membreIn(viewer, collectiviteId)?.membreId
    if (owner === undefined) throw new NotFoundError('VUE')
    return owner
  }
  demandInCollectivite(viewer, 'shareVues', { collectiviteId })
  return null
}

/** Deletes a view, for good. @throws NotFoundError, ForbiddenError. */
export async function deleteVue(useCase: UseCase, vueId: string): Promise<{ collectiviteId: string }> {
  const { tx, record } = useCase
  const { id, collectiviteId, membreId } = await demandVue(useCase, vueId)
  await tx.vue.delete({ where: { id, collectiviteId } })
  if (membreId === null) record.change({ kind: 'vues', collectiviteId })
  return { collectiviteId }
}
