import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrismaClient, type PrismaClient, type User } from '@pupitre/prisma'
import { createFactories } from '../factories.ts'
import { emptyDatabase } from '../empty-database.ts'
import type { ServerProcess } from '../server-process.ts'
import { openServers, signInAt } from './open-servers.ts'
import type { RoundRobin } from './round-robin.ts'

/** Whole servers on a database of their own, each in a process of its own, behind a round-robin. */
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
  const { connectionString, drop } = await emptyDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'pupitre-group-'))
  const secret = 'un secret qui ne sert que dans les tests'
  const { servers, balancer } = await openServers({ count, connectionString, redisUrl, folder, secret })
  const prisma = createPrismaClient({ connectionString, maxConnections: 2 })
  return {
    servers,
    balancer,
    prisma,
    make: createFactories(prisma),
    signIn: (user) => signInAt(balancer.url, user),
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
      await drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
