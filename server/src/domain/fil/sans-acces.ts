import type { Fil } from '@pupitre/prisma'
import { z } from 'zod'
import { personRightsRow, personRightsSql } from '../rights/person-sql.ts'
import { readableFiches, readablePlans } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import type { PersonViewer, Viewer } from '../viewer.ts'

/** Somebody whom a comment names, and who may not read what it is about: what an admin would name them by in a grant. */
export interface SansAcces {
  nom: string
  membreId: string | null
  serviceId: string | null
}

const personRow = personRightsRow.extend({ userId: z.string(), name: z.string(), email: z.string() })

/** Who of those may not read what a thread is about. A service is judged as a lecteur who is of it alone. */
export async function sansAcces(
  { tx }: Pick<UseCase, 'tx'>,
  {
    fil: { collectiviteId, ficheId, planId },
    named,
  }: {
    fil: Pick<Fil, 'collectiviteId' | 'ficheId' | 'planId'>
    named: readonly { userId: string | null; serviceId: string | null }[]
  },
): Promise<SansAcces[]> {
  const userIds = named.flatMap(({ userId }) => userId ?? [])
  const serviceIds = named.flatMap(({ serviceId }) => serviceId ?? [])
  if (userIds.length + serviceIds.length === 0) return []
  const reads = async (viewer: Viewer) =>
    ficheId === null
      ? (await tx.plan.count({ where: { AND: [{ id: planId ?? '' }, readablePlans(viewer)] } })) > 0
      : (await tx.fiche.count({ where: { AND: [{ id: ficheId }, readableFiches(viewer)] } })) > 0
  const found: SansAcces[] = []
  for (const person of await readPersons(tx, userIds)) {
    if (await reads(person)) continue
    const place = person.memberships.find((membership) => membership.collectiviteId === collectiviteId)
    found.push({ nom: person.name, membreId: place?.membreId ?? null, serviceId: null })
  }
  const services = await tx.service.findMany({
    where: { id: { in: serviceIds }, collectiviteId },
    select: { id: true, nom: true },
    orderBy: { nomNormalise: 'asc' },
  })
  for (const { id, nom } of services) {
    if (!(await reads(anyoneOf({ collectiviteId, serviceId: id })))) found.push({ nom, membreId: null, serviceId: id })
  }
  return found
}

async function readPersons(tx: UseCase['tx'], userIds: readonly string[]): Promise<PersonViewer[]> {
  if (userIds.length === 0) return []
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT "user".id AS "userId", "user".name, "user".email, ${personRightsSql}
    FROM "user" WHERE "user".id = ANY (${[...userIds]}::uuid[]) ORDER BY "user".name, "user".id`
  return z
    .array(personRow)
    .parse(rows)
    .map((person) => ({ ...person, sessionId: '' }))
}

/** Whoever is of a service, and pilots nothing. */
function anyoneOf({ collectiviteId, serviceId }: { collectiviteId: string; serviceId: string }): Viewer {
  return {
    userId: serviceId,
    name: '',
    email: '',
    sessionId: '',
    memberships: [
      { membreId: serviceId, collectiviteId, role: 'LECTEUR', serviceIds: [serviceId], pilotsRestricted: false },
    ],
    grantee: { membreIds: [], serviceIds: [serviceId], emails: [] },
  }
}
