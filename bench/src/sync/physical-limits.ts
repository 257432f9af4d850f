import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import { openCluster } from '../../../server/src/database/embedded/open-cluster.ts'
import { generate } from './generate.ts'
import { quantile } from './quantile.ts'

const FRAME_SERVER = fileURLToPath(new URL('./frame-server.ts', import.meta.url))
const INSERTS = 2_000
const WARM_UP_INSERTS = 200
const SOCKETS = 200
const SECONDS = 3

/** What no server here can go beyond, measured beside them. */
export interface PhysicalLimits {
  insertP50Ms: number
  insertP95Ms: number
  framesPerSecond: number
}

export async function measurePhysicalLimits({ dataDir }: { dataDir: string }): Promise<PhysicalLimits> {
  const inserts = await timeInserts(dataDir)
  return {
    insertP50Ms: quantile(inserts, 0.5),
    insertP95Ms: quantile(inserts, 0.95),
    framesPerSecond: await countBareFrames(),
  }
}

/** One row after the other, each on the disk before the next. */
async function timeInserts(dataDir: string): Promise<number[]> {
  const cluster = await openCluster({ dataDir, share: true })
  const client = new pg.Client({ connectionString: cluster.connectionString })
  await client.connect()
  try {
    await client.query('CREATE TABLE bench_insert (id int, content bytea)')
    const content = Buffer.alloc(30)
    const times: number[] = []
    for (let id = 0; id < WARM_UP_INSERTS + INSERTS; id += 1) {
      const start = performance.now()
      await client.query({ name: 'insert', text: 'INSERT INTO bench_insert VALUES ($1, $2)', values: [id, content] })
      if (id >= WARM_UP_INSERTS) times.push(performance.now() - start)
    }
    await client.query('DROP TABLE bench_insert')
    return times
  } finally {
    await client.end()
    await cluster.close()
  }
}

/** Frames that one core sends through `ws` when it does nothing else. */
async function countBareFrames(): Promise<number> {
  const server = fork(FRAME_SERVER)
  const [message]: unknown[] = await once(server, 'message')
  const { url } = z.object({ url: z.string() }).parse(message)
  try {
    const { framesPerSecond } = await generate({ kind: 'frames', url, sockets: SOCKETS, seconds: SECONDS })
    return framesPerSecond
  } finally {
    server.kill()
  }
}
