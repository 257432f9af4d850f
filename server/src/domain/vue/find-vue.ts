import type { Vue } from '@pupitre/prisma'
import { ConflictError, NotFoundError } from '../errors.ts'
import { demandInCollectivite } from '../rights/demand.ts'
import { readableVues } from '../rights/readable.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import { demandRoom } from '../too-many.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { actOn } from './vue-policy.ts'
import { MAX_VUES } from './vue-rules.ts'

/** A view that the viewer may change, held until the end of the transaction. @throws NotFoundError, ForbiddenError. */
export async function demandVue({ viewer, tx }: UseCase, id: string): Promise<Vue> {
  await tx.$queryRaw`SELECT 1 FROM vue WHERE id = ${id}::uuid FOR UPDATE`
  const vue = await tx.vue.findFirst({ where: { AND: [{ id }, readableVues(viewer)] } })
  if (!vue) throw new NotFoundError('VUE')
  demandInCollectivite(viewer, actOn(viewer, vue), vue)
  return vue
}

/** Makes those who keep views of a collectivité wait for each other. */
export async function lockVues(tx: Tx, collectiviteId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM collectivite WHERE id = ${collectiviteId}::uuid FOR NO KEY UPDATE`
}

/** Where a view stands, or is about to. */
interface Place {
  collectiviteId: string
  /** null: among those of the collectivité. */
  membreId: string | null
  /** Of the view itself, where it stands already. */
  id?: string
}

/** @throws ConflictError VUE_EXISTS when another one there has this name, accents and case apart. */
export async function demandFreeVueNom(tx: Tx, { nom, ...place }: Place & { nom: string }): Promise<void> {
  const same = await tx.vue.findFirst({
    where: { ...others(place), nomNormalise: normaliseNom(nom) },
    select: { nom: true, membreId: true },
  })
  if (!same) return
  const message = `${same.membreId === null ? 'Une vue partagée' : 'Une de vos vues'} s’appelle déjà « ${same.nom} ».`
  throw new ConflictError({ code: 'VUE_EXISTS', message })
}

/** @throws ValidationError TOO_MANY_VUES when as many as there may be stand there. */
export async function demandRoomForVue(tx: Tx, place: Place): Promise<void> {
  const whose = place.membreId === null ? 'Une collectivité partage' : 'Vous gardez'
  demandRoom({
    count: (await tx.vue.count({ where: others(place) })) + 1,
    max: MAX_VUES,
    what: 'VUES',
    message: `${whose} ${MAX_VUES} vues au plus : supprimez celles qui ne servent plus.`,
  })
}

function others({ collectiviteId, membreId, id }: Place) {
  return { collectiviteId, membreId, ...(id !== undefined && { id: { not: id } }) }
}
