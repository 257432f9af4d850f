/* oxlint-disable no-console -- a command's output */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createPrismaClient, migrate } from '@pupitre/prisma'
import { openCluster } from '../../server/src/database/embedded/open-cluster.ts'
import { createFactories } from '../../server/test/factories.ts'
import { Page } from '../../server/test/processes/page.ts'
import { openServers, signInAt } from '../../server/test/processes/open-servers.ts'
import { startRedis } from '../../server/test/real-redis.ts'
import { Crossings } from './processes/crossings.ts'
import { quantile } from './sync/quantile.ts'
import { markdownTable } from './table.ts'

/**
 * `npm run bench:processes`: twenty pages of one fiche, spread over two and three whole servers with a real Redis, each typing and
 * moving its caret five times a second: from the keystroke to each page of another server, and to those of the same one.
 */
const PAGES = 20
const EDITS_PER_SECOND = 5
const WARM_UP_MS = 3_000
const MEASURED_MS = 20_000
const SECRET = 'un secret qui ne sert que dans les mesures'

async function measure(count: number): Promise<(string | number)[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'pupitre-processes-'))
  const cluster = await openCluster({ dataDir: folder, share: false })
  const redis = await startRedis()
  const { connectionString } = cluster
  await migrate({ connectionString })
  const { servers, balancer } = await openServers({
    count,
    connectionString,
    redisUrl: redis.url,
    folder,
    secret: SECRET,
  })
  const prisma = createPrismaClient({ connectionString })
  const make = createFactories(prisma)
  const collectivite = await make.collectivite()
  const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
  const crossings = new Crossings()
  const pages: Page[] = []
  for (let i = 0; i < PAGES; i++) {
    const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
    const cookie = await signInAt(balancer.url, user)
    const page = new Page({ url: servers[i % count]?.url ?? '', cookie, ficheId: fiche.id })
    crossings.watch(page, i % count)
    pages.push(page)
  }
  while (!pages.every((page) => page.isSynced)) await pause(20)
  const stop = crossings.type({ everyMs: 1_000 / EDITS_PER_SECOND })
  await pause(WARM_UP_MS)
  crossings.clear()
  await pause(MEASURED_MS)
  stop()
  for (const page of pages) page.close()
  balancer.close()
  await Promise.all(servers.map((server) => server.stop('SIGKILL')))
  await prisma.$disconnect()
  await redis.stop()
  await cluster.close()
  await rm(folder, { recursive: true, force: true })
  return crossings
    .rows()
    .map(({ what, delays }) => [
      `${count} servers, ${what}`,
      delays.length,
      ...[0.5, 0.95, 0.99].map((share) => quantile(delays, share).toFixed(1)),
    ])
}

const load = loadavg()[0]?.toFixed(1)
const rows = [...(await measure(2)), ...(await measure(3))]
console.log(`Node ${process.version}, load before ${load}\n`)
console.log(markdownTable(['milliseconds', 'measured', 'p50', 'p95', 'p99'], rows))
process.exit(0)
