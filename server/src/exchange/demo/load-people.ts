import { DEMO_EMAIL_DOMAIN, type DemoPersonne } from '@pupitre/prisma/demo'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../domain/transaction.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { named } from './named.ts'

interface People {
  tx: Tx
  collectiviteId: string
  personnes: readonly DemoPersonne[]
  /** By name. */
  serviceIds: ReadonlyMap<string, string>
  passwordHash: string
}

/** Creates the people of a collectivité, who can sign in at once. Answers its admin, in whose name the rest is created. */
export async function loadPeople({ tx, collectiviteId, personnes, serviceIds, passwordHash }: People): Promise<Viewer> {
  const rows = personnes.map((personne) => ({
    personne,
    userId: uuidv7(),
    membreId: uuidv7(),
    email: `${personne.compte}@${DEMO_EMAIL_DOMAIN}`,
    serviceIds: personne.services.map((nom) => named(serviceIds, nom)),
  }))
  await tx.user.createMany({
    data: rows.map(({ personne, userId, email }) => ({ id: userId, name: personne.nom, email, emailVerified: true })),
  })
  await tx.account.createMany({
    data: rows.map(({ userId }) => ({ userId, accountId: userId, providerId: 'credential', password: passwordHash })),
  })
  await tx.membre.createMany({
    data: rows.map(({ personne, userId, membreId }) => ({ id: membreId, userId, collectiviteId, role: personne.role })),
  })
  await tx.membreService.createMany({
    data: rows.flatMap(({ membreId, serviceIds: ids }) =>
      ids.map((serviceId) => ({ membreId, serviceId, collectiviteId })),
    ),
  })

  const admin = rows.find(({ personne }) => personne.role === 'ADMIN')
  if (!admin) throw new Error('a collectivité of the demo has an admin')
  return {
    userId: admin.userId,
    name: admin.personne.nom,
    email: admin.email,
    sessionId: '',
    memberships: [{ membreId: admin.membreId, collectiviteId, role: 'ADMIN', serviceIds: admin.serviceIds }],
  }
}
