import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrismaClient, type PrismaClient, type User } from '@pupitre/prisma'
import { readControlFile } from '../../src/control/control-file.ts'
import { createFactories, PASSWORD } from '../factories.ts'
import { emptyDatabase } from '../empty-database.ts'
import { startServerProcess, type ServerProcess } from '../server-process.ts'
import { startRoundRobin, type RoundRobin } from './round-robin.ts'

/** Whole servers on one database, each in a process of its own, behind a round-robin. */
export interface ServerGroup {
  servers: ServerProcess[]
  /** Where people come, and which origin their pages have. */
  balancer: RoundRobin
  prisma: PrismaClient
  make: ReturnType<typeof createFactories>
  signIn(user: User): Promise<string>
  graphql(request: { url: string; cookie: string; query: string; variables?: object }): Promise<unknown>
  close(): Promise<void>
}

export async function startServerGroup({ count, redisUrl }: { count: number; redisUrl: string }): Promise<ServerGroup> {
  const database = await emptyDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'pupitre-group-'))
  const balancer = await startRoundRobin()
  const start = (number: number) =>
    startServerProcess({
      DATABASE_URL: database.connectionString,
      REDIS_URL: redisUrl,
      AUTH_SECRET: 'un secret qui ne sert que dans les tests',
      PUBLIC_URL: balancer.url,
      DATA_DIR: join(folder, String(number)),
    })
  // The first makes the tables.
  const servers = [await start(0)]
  servers.push(...(await Promise.all(Array.from({ length: count - 1 }, (_, i) => start(i + 1)))))
  // What each prints is where people come.
  const files = await Promise.all(servers.map((_, number) => readControlFile(join(folder, String(number)))))
  const urls = files.map((file) => file?.url ?? '')
  balancer.targets = urls
  const prisma = createPrismaClient({ connectionString: database.connectionString, maxConnections: 2 })
  return {
    servers: servers.map((server, i) => ({ ...server, url: urls[i] ?? server.url })),
    balancer,
    prisma,
    make: createFactories(prisma),
    async signIn({ email }) {
      const response = await fetch(`${balancer.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: balancer.url },
        body: JSON.stringify({ email, password: PASSWORD }),
      })
      if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`)
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ')
    },
    async graphql({ url, cookie, query, variables }) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query, variables }),
      })
      return response.json()
    },
    async close() {
      balancer.close()
      await Promise.all(servers.map((server) => server.stop('SIGKILL')))
      await prisma.$disconnect()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
