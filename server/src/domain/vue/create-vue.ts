import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { membreIn } from '../viewer.ts'
import { demandFreeVueNom, demandRoomForVue, lockVues } from './find-vue.ts'
import { parametresSchema, vueNomSchema } from './vue-rules.ts'

const newVueSchema = z.object({
  collectiviteId: z.guid(),
  nom: vueNomSchema,
  parametres: parametresSchema,
  partagee: z.boolean(),
})

/**
 * Keeps a view of the page of fiches under a name: the viewer's own, or shared with the collectivité.
 * @throws ValidationError (TOO_MANY_VUES, PARAMETRES_INVALID, PARAMETRES_TOO_LONG), NotFoundError where they are no member,
 * ForbiddenError, ConflictError VUE_EXISTS.
 */
export async function createVue(useCase: UseCase, input: z.input<typeof newVueSchema>): Promise<{ vueId: string }> {
  const { viewer, tx, record } = useCase
  const { collectiviteId, nom, parametres, partagee } = parseInput(newVueSchema, input)
  const membership = membreIn(viewer, collectiviteId)
  if (!membership) throw new NotFoundError('COLLECTIVITE')
  demandInCollectivite(viewer, partagee ? 'shareVues' : 'keepVues', { collectiviteId })

  const place = { collectiviteId, membreId: partagee ? null : membership.membreId }
  await lockVues(tx, collectiviteId)
  await demandFreeVueNom(tx, { ...place, nom })
  await demandRoomForVue(tx, place)
  const { id } = await tx.vue.create({
    data: { ...place, auteurId: membership.membreId, nom, nomNormalise: normaliseNom(nom), parametres },
  })
  if (partagee) record.change({ kind: 'vues', collectiviteId })
  return { vueId: id }
}
