import type { PrismaClient, Role } from '@pupitre/prisma'
import { DEMO_EMAIL_DOMAIN, DEMO_PASSWORD } from '@pupitre/prisma/demo'
import type { FastifyInstance } from 'fastify'

/** What the sign-in page says of the demonstration. */
export interface Demonstration {
  /** The same for everyone in it. */
  password: string
  accounts: DemonstrationAccount[]
}

export interface DemonstrationAccount {
  email: string
  nom: string
  role: Role
  collectivite: string
}

/** `GET /api/demonstration`: the accounts that anyone may try, null when the demonstration is off. */
export function registerDemonstrationRoute(
  fastify: FastifyInstance,
  { prisma, demo }: { prisma: PrismaClient; demo: boolean },
): void {
  fastify.get('/api/demonstration', async (_request, reply): Promise<{ demonstration: Demonstration | null }> => {
    void reply.header('cache-control', 'no-store')
    if (!demo) return { demonstration: null }
    return { demonstration: { password: DEMO_PASSWORD, accounts: await findAccounts(prisma) } }
  })
}

/** By collectivité, whoever may do the most first. */
async function findAccounts(prisma: PrismaClient): Promise<DemonstrationAccount[]> {
  const membres = await prisma.membre.findMany({
    where: { user: { email: { endsWith: `@${DEMO_EMAIL_DOMAIN}` } } },
    select: { role: true, user: { select: { email: true, name: true } }, collectivite: { select: { nom: true } } },
    // PostgreSQL orders an enum by its declaration: from lecteur to admin.
    orderBy: [{ collectivite: { nom: 'asc' } }, { role: 'desc' }, { user: { name: 'asc' } }],
  })
  return membres.map(({ role, user, collectivite }) => ({
    email: user.email,
    nom: user.name,
    role,
    collectivite: collectivite.nom,
  }))
}
