import type { Role } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { Tx } from '../transaction.ts'

export interface NewMembre {
  userId: string
  /** As colleagues see it on fiches. */
  nom: string
  collectiviteId: string
  role: Role
  serviceIds: readonly string[]
}

/** Makes users members of collectivités, each with their services and the person that fiches can name. Answers the ids, in order. */
export async function addMembres(tx: Tx, membres: readonly NewMembre[]): Promise<string[]> {
  const rows = membres.map((membre) => ({ id: uuidv7(), ...membre }))
  await tx.membre.createMany({
    data: rows.map(({ id, userId, collectiviteId, role }) => ({ id, userId, collectiviteId, role })),
  })
  await tx.personne.createMany({
    data: rows.map(({ id, collectiviteId, nom }) => ({
      collectiviteId,
      membreId: id,
      nom,
      nomNormalise: normaliseNom(nom),
    })),
  })
  await tx.membreService.createMany({
    data: rows.flatMap(({ id, collectiviteId, serviceIds }) =>
      serviceIds.map((serviceId) => ({ membreId: id, serviceId, collectiviteId })),
    ),
  })
  return rows.map(({ id }) => id)
}
