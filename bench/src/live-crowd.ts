import { createPrismaClient, type Role } from '@pupitre/prisma'
import { sessionCookie } from '../../e2e/src/signed-in-sockets.ts'
import type { ServerProcess } from '../../e2e/src/server-process.ts'
import { openCluster } from '../../server/src/database/embedded/open-cluster.ts'
import { addMembres } from '../../server/src/domain/membre/add-membres.ts'
import { DEMO_EMAIL_DOMAIN } from '@pupitre/prisma/demo'

const ROLES: readonly Role[] = ['LECTEUR', 'CONTRIBUTEUR', 'EDITEUR', 'ADMIN']
/** One in so many pilots a restricted fiche, which lets them read what the others of their role may not. */
const PILOTES_RATIO = 10

/** Whom and what a crowd looks at. */
export interface Crowd {
  /** The session of each. */
  cookies: string[]
  fiche: { uuid: string }
  plan: { uuid: string; axeUuid: string }
}

/** As many people of the demonstration's Blois, each with an account and a session of their own, the roles by turns. */
export async function makeCrowd(server: ServerProcess, size: number): Promise<Crowd> {
  const cluster = await openCluster({ dataDir: server.dataDir, share: true })
  const prisma = createPrismaClient({ connectionString: cluster.connectionString })
  try {
    const { membres, password } = await prisma.account
      .findFirstOrThrow({
        where: { user: { email: `editeur.blois@${DEMO_EMAIL_DOMAIN}` } },
        select: { password: true, user: { select: { membres: { select: { collectiviteId: true } } } } },
      })
      .then(({ password: hash, user }) => ({ membres: user.membres, password: hash }))
    const [{ collectiviteId } = { collectiviteId: '' }] = membres
    const users = Array.from({ length: size }, (_, index) => ({
      id: crypto.randomUUID(),
      name: `Agent ${index}`,
      email: `agent.${index}@${DEMO_EMAIL_DOMAIN}`,
      emailVerified: true,
    }))
    await prisma.user.createMany({ data: users })
    await prisma.account.createMany({
      data: users.map(({ id }) => ({ userId: id, accountId: id, providerId: 'credential', password })),
    })
    const services = await prisma.service.findMany({ where: { collectiviteId }, orderBy: { nom: 'asc' } })
    const membreIds = await addMembres(
      prisma,
      users.map(({ id, name }, index) => ({
        userId: id,
        nom: name,
        collectiviteId,
        role: ROLES[index % ROLES.length] ?? 'LECTEUR',
        serviceIds: services.slice(index % services.length, (index % services.length) + 1).map((service) => service.id),
      })),
    )
    const [placement, elsewhere] = await prisma.placement.findMany({
      where: {
        collectiviteId,
        axeId: { not: null },
        plan: { visibilite: 'COLLECTIVITE' },
        fiche: { restreinte: false },
      },
      orderBy: { id: 'asc' },
      take: 2,
    })
    if (!placement?.axeId || !elsewhere) throw new Error('the demonstration has fiches in axes')
    await prisma.fiche.update({ where: { id: elsewhere.ficheId }, data: { restreinte: true } })
    const pilotes = await prisma.personne.findMany({
      where: { membreId: { in: membreIds.filter((_, index) => index % PILOTES_RATIO === 0) } },
    })
    await prisma.fichePilote.createMany({
      data: pilotes.map(({ id }) => ({ ficheId: elsewhere.ficheId, personneId: id, collectiviteId })),
    })
    const cookies: string[] = []
    for (const { email } of users) cookies.push(await sessionCookie({ url: server.url, email }))
    return {
      cookies,
      fiche: { uuid: placement.ficheId },
      plan: { uuid: placement.planId, axeUuid: placement.axeId },
    }
  } finally {
    await prisma.$disconnect()
    await cluster.close()
  }
}
