import { createPrismaClient, type PrismaClient } from '@pupitre/prisma'
import { ServerProcess } from '../../../e2e/src/server-process.ts'
import { openCluster } from '../../../server/src/database/embedded/open-cluster.ts'
import { createFiches } from './our-documents.ts'
import { makePeople } from './our-people.ts'
import type { Target } from './target.ts'

/** One connection in five, at the most, is of the same person. */
const PEOPLE = 100

export interface OurTarget extends Target {
  /** Where the server keeps its database. */
  dataDir: string
  /** Where live documents are, for a page of ours. */
  syncUrl: string
  /** A session of each person. */
  cookies: readonly string[]
}

/** Our server as it runs in production: its own PostgreSQL, its own limits, a hundred people with a session each. */
export async function startOurs({ nodeOptions = [] }: { nodeOptions?: readonly string[] } = {}): Promise<OurTarget> {
  const server = await ServerProcess.start({ nodeOptions })
  const { dataDir } = server
  const { collectiviteId, cookies } = await withDatabase(dataDir, (prisma) =>
    makePeople({ prisma, url: server.url, count: PEOPLE }),
  )

  return {
    name: 'pupitre',
    dataDir,
    syncUrl: `${server.url.replace('http', 'ws')}/sync`,
    cookies,
    get pid() {
      return server.pid
    },
    createDocuments: (count) => withDatabase(dataDir, (prisma) => createFiches({ prisma, collectiviteId, count })),
    seat: (document, index) => ({
      // As our own pages come.
      url: `${server.url.replace('http', 'ws')}/sync/fiche/${document}?ack=1`,
      cookie: cookies[index % cookies.length],
      dialect: 'y-websocket',
      document,
    }),
    async restart() {
      await server.stop()
      await server.start()
    },
    dispose: () => server.dispose(),
  }
}

/** Writes into the server's own database, beside it. */
async function withDatabase<T>(dataDir: string, act: (prisma: PrismaClient) => Promise<T>): Promise<T> {
  const cluster = await openCluster({ dataDir, share: true })
  const prisma = createPrismaClient({ connectionString: cluster.connectionString })
  try {
    return await act(prisma)
  } finally {
    await prisma.$disconnect()
    await cluster.close()
  }
}
