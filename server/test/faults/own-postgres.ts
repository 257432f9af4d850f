import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrismaClient, migrate, type PrismaClient } from '@pupitre/prisma'
import { ensureApplicationDatabase } from '../../src/database/embedded/application-database.ts'
import { findBinaries, type PostgresBinaries } from '../../src/database/embedded/binaries.ts'
import {
  clusterPassword,
  prepareClusterFolder,
  type ClusterFolder,
} from '../../src/database/embedded/cluster-folder.ts'
import { ensureCluster } from '../../src/database/embedded/create-cluster.ts'
import { runPostmaster, stopPostmaster, type RunningPostmaster } from '../../src/database/embedded/run-postmaster.ts'
import type { Stage } from './scene.ts'
import { until } from './until.ts'

/** A PostgreSQL of a scenario's own, at an address that stays: set up as the embedded one, and nobody starts it again but the scenario. */
export class OwnPostgres implements Stage {
  readonly connectionString: string
  readonly prisma: PrismaClient
  readonly #place: { folder: ClusterFolder; binaries: PostgresBinaries }
  readonly #dataDir: string
  #postmaster: RunningPostmaster

  /** @param within where its folder is made */
  static async start({ within = tmpdir() }: { within?: string } = {}): Promise<OwnPostgres> {
    const dataDir = await mkdtemp(join(within, 'pupitre-faults-'))
    const folder = await prepareClusterFolder(dataDir)
    const place = { folder, binaries: await findBinaries(folder.runAs) }
    const password = await clusterPassword(folder)
    await ensureCluster({ ...place, password })
    const postmaster = await runPostmaster(place)
    const connectionString = await ensureApplicationDatabase({ port: postmaster.port, password })
    await migrate({ connectionString })
    return new OwnPostgres({ connectionString, place, dataDir, postmaster })
  }

  private constructor(parts: {
    connectionString: string
    place: { folder: ClusterFolder; binaries: PostgresBinaries }
    dataDir: string
    postmaster: RunningPostmaster
  }) {
    this.connectionString = parts.connectionString
    this.prisma = createPrismaClient({ connectionString: parts.connectionString, maxConnections: 4 })
    this.#place = parts.place
    this.#dataDir = parts.dataDir
    this.#postmaster = parts.postmaster
  }

  /** Every connection ends. */
  async stop(): Promise<void> {
    await stopPostmaster(this.#place.folder, this.#postmaster)
  }

  /** At the same address. */
  async startAgain(): Promise<void> {
    this.#postmaster = await runPostmaster({ ...this.#place, port: this.#postmaster.port })
  }

  /** Resolves once it answers, at the same address, though it may have ended by itself, or be about to. */
  async recover(): Promise<void> {
    const answers = async (): Promise<boolean> => {
      await this.startAgain()
      return this.prisma.$queryRaw`SELECT 1`.then(
        () => true,
        () => false,
      )
    }
    await until('PostgreSQL answers again', answers)
  }

  async close(): Promise<void> {
    await this.prisma.$disconnect()
    await this.stop()
    await rm(this.#dataDir, { recursive: true, force: true })
  }
}
