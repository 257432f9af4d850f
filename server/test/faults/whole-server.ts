import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrismaClient, type PrismaClient } from '@pupitre/prisma'
import { z } from 'zod'
import { openCluster } from '../../src/database/embedded/open-cluster.ts'
import { type ServerProcess, startServerProcess } from '../server-process.ts'
import type { Stage } from './scene.ts'
import { signInTo } from './sign-in-to.ts'

const readiness = z.object({ status: z.enum(['ok', 'unavailable']), database: z.literal('restarting').optional() })

/** All of Pupitre in a process of its own, with the PostgreSQL that it starts by itself. */
export class WholeServer implements Stage {
  readonly connectionString: string
  readonly prisma: PrismaClient
  readonly dataDir: string
  readonly #process: ServerProcess

  /** @param dataDir an empty folder; a new one when left out */
  static async start({ dataDir }: { dataDir?: string } = {}): Promise<WholeServer> {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'pupitre-whole-')))
    const process = await startServerProcess({ DATA_DIR: folder })
    // Shared: it is the server that owns it, and starts it again.
    const { connectionString } = await openCluster({ dataDir: folder, share: true })
    return new WholeServer({ connectionString, dataDir: folder, process })
  }

  private constructor(parts: { connectionString: string; dataDir: string; process: ServerProcess }) {
    this.connectionString = parts.connectionString
    this.prisma = createPrismaClient({ connectionString: parts.connectionString, maxConnections: 2 })
    this.dataDir = parts.dataDir
    this.#process = parts.process
  }

  /** ws://host:port */
  get socketUrl(): string {
    return this.#process.url.replace('http', 'ws')
  }

  /** The headers of a new éditeur of the collectivité that holds this fiche, signed in. */
  async signIn(ficheId: string): Promise<Record<string, string>> {
    return { cookie: await signInTo(ficheId, { prisma: this.prisma, url: this.#process.url }) }
  }

  /** What `/readyz` says. */
  async readiness(): Promise<z.infer<typeof readiness>> {
    return readiness.parse(await (await fetch(`${this.#process.url}/readyz`)).json())
  }

  /** SIGKILL of PostgreSQL's first process: what it had in memory is gone, its other processes end by themselves. */
  async killPostmaster(): Promise<void> {
    const file = await readFile(join(this.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')
    process.kill(Number.parseInt(file, 10), 'SIGKILL')
  }

  /** SIGKILL of the process that writes the log, in the middle of what it does. PostgreSQL then ends all connections, and recovers. */
  async killLogBackend(): Promise<void> {
    const found = await this.prisma.$queryRaw<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE application_name = 'pupitre-log' AND datname = current_database()`
    const [backend] = found
    if (!backend) throw new Error('the log has no connection')
    process.kill(backend.pid, 'SIGKILL')
  }

  /** What it logged. */
  logged(): string {
    return this.#process.stderr()
  }

  /** Ends it, and leaves its folder. */
  async stop(): Promise<void> {
    await this.prisma.$disconnect()
    await this.#process.stop('SIGTERM')
  }

  async close(): Promise<void> {
    await this.stop()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
