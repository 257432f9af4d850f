import { createPrismaClient } from '@pupitre/prisma'
import { DEMO_EMAIL_DOMAIN } from '@pupitre/prisma/demo'
import pg from 'pg'
import { sessionCookie } from '../../../e2e/src/signed-in-sockets.ts'
import type { ServerProcess } from '../../../e2e/src/server-process.ts'
import { addMembres } from '../../../server/src/domain/membre/add-membres.ts'
import { fillCollectivite, type Size, withoutTriggers } from './fill-collectivite.ts'
import type { Subject } from './listed-query.ts'

/** Beside a big collectivité, as many middling ones: 2,000 plans and 100,000 fiches in all, and 250 more in one plan. */
const BIG: Size = {
  siren: '900000001',
  nom: 'Grande collectivité',
  plans: 500,
  fichesPerPlan: 50,
  fichesOfFirstPlan: 300,
}
const OTHERS = 15
const OTHER = { plans: 100, fichesPerPlan: 50, fichesOfFirstPlan: 50 }
/** Of the viewer, as pilote in the big one. */
const OWN_FICHES = 60

export interface BigInstance {
  subject: Subject
  cookie: string
  sessionId: string
  counts: { plans: number; fiches: number; textes: number }
}

/** Fills a server's database, with an éditeur of the big collectivité signed in, and has PostgreSQL count what is there. */
export async function fillInstance(server: ServerProcess, connectionString: string): Promise<BigInstance> {
  const client = new pg.Client({ connectionString })
  const prisma = createPrismaClient({ connectionString })
  await client.connect()
  try {
    const { collectiviteId, firstPlanId } = await withoutTriggers(client, async () => {
      for (let other = 1; other <= OTHERS; other += 1)
        await fillCollectivite(client, { ...OTHER, siren: String(900000001 + other), nom: `Collectivité ${other}` })
      return fillCollectivite(client, BIG)
    })
    const email = `editeur.blois@${DEMO_EMAIL_DOMAIN}`
    const user = await prisma.user.findUniqueOrThrow({ where: { email } })
    const service = await prisma.service.findFirstOrThrow({ where: { collectiviteId }, orderBy: { id: 'asc' } })
    const [membreId = ''] = await addMembres(prisma, [
      { userId: user.id, nom: user.name, collectiviteId, role: 'EDITEUR', serviceIds: [service.id] },
    ])
    await client.query(
      `INSERT INTO fiche_pilote (fiche_id, personne_id, collectivite_id)
       SELECT fiche.id, personne.id, fiche.collectivite_id
       FROM personne, (SELECT id, collectivite_id FROM fiche WHERE collectivite_id = $1 ORDER BY titre LIMIT $2) AS fiche
       WHERE personne.membre_id = $3`,
      [collectiviteId, OWN_FICHES, membreId],
    )
    await client.query('VACUUM ANALYZE')
    const cookie = await sessionCookie({ url: server.url, email })
    const session = await prisma.session.findFirstOrThrow({
      where: { userId: user.id },
      orderBy: { createdAt: 'desc' },
    })
    return {
      subject: { collectiviteId, siren: BIG.siren, planId: firstPlanId, serviceId: service.id, membreId },
      cookie,
      sessionId: session.id,
      counts: {
        plans: await prisma.plan.count(),
        fiches: await prisma.fiche.count(),
        textes: await prisma.ficheText.count(),
      },
    }
  } finally {
    await prisma.$disconnect()
    await client.end()
  }
}
