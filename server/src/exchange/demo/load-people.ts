import { DEMO_EMAIL_DOMAIN, type DemoPersonne } from '@pupitre/prisma/demo'
import { v7 as uuidv7 } from 'uuid'
import { addMembres } from '../../domain/membre/add-membres.ts'
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
    email: `${personne.compte}@${DEMO_EMAIL_DOMAIN}`,
    serviceIds: personne.services.map((nom) => named(serviceIds, nom)),
  }))
  await tx.user.createMany({
    data: rows.map(({ personne, userId, email }) => ({ id: userId, name: personne.nom, email, emailVerified: true })),
  })
  await tx.account.createMany({
    data: rows.map(({ userId }) => ({ userId, accountId: userId, providerId: 'credential', password: passwordHash })),
  })
  const membreIds = await addMembres(
    tx,
    rows.map(({ personne: { nom, role }, userId, serviceIds: ids }) => ({
      userId,
      nom,
      collectiviteId,
      role,
      serviceIds: ids,
    })),
  )

  const adminIndex = rows.findIndex(({ personne }) => personne.role === 'ADMIN')
  const admin = rows[adminIndex]
  const membreId = membreIds[adminIndex]
  if (!admin || membreId === undefined) throw new Error('a collectivité of the demo has an admin')
  return {
    userId: admin.userId,
    name: admin.personne.nom,
    email: admin.email,
    sessionId: '',
    memberships: [{ membreId, collectiviteId, role: 'ADMIN', serviceIds: admin.serviceIds }],
  }
}
