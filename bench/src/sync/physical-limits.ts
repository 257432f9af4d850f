import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import { openCluster } from '../../../server/src/database/embedded/open-cluster.ts'
import { generate } from './generate.ts'
import { JOINERS, timeJoiners } from './join-together.ts'
import { quantile } from './quantile.ts'

const FRAME_SERVER = './frame-server.ts'
const DOCUMENT_SERVER = './document-server.ts'
const INSERTS = 2_000
const WARM_UP_INSERTS = 200
const SOCKETS = 200
const SECONDS = 3
/** What our server sends to who joins the document of the trace. */
const DOCUMENT_BYTES = 289_000

/** What no server here can go beyond, measured beside them. */
export interface PhysicalLimits {
  insertP50Ms: number
  insertP95Ms: number
  framesPerSecond: number
  /** Fifty at once, each sent a document that is ready. */
  joinersP95Ms: number
}

export async function measurePhysicalLimits({ dataDir }: { dataDir: string }): Promise<PhysicalLimits> {
  const inserts = await timeInserts(dataDir)
  return {
    insertP50Ms: quantile(inserts, 0.5),
    insertP95Ms: quantile(inserts, 0.95),
    framesPerSecond: await withBareServer(FRAME_SERVER, countBareFrames),
    joinersP95Ms: await withBareServer(DOCUMENT_SERVER, (url) =>
      timeJoiners(Array.from({ length: JOINERS }, () => ({ url, dialect: 'y-websocket', document: '' }))),
    ),
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
async function countBareFrames(url: string): Promise<number> {
  const { framesPerSecond } = await generate({ kind: 'frames', url, sockets: SOCKETS, seconds: SECONDS })
  return framesPerSecond
}

async function withBareServer<T>(program: string, use: (url: string) => Promise<T>): Promise<T> {
  const server = fork(fileURLToPath(new URL(program, import.meta.url)), [String(DOCUMENT_BYTES)])
  try {
    const [message]: unknown[] = await once(server, 'message')
    const { url } = z.object({ url: z.string() }).parse(message)
    return await use(url)
  } finally {
    server.kill()
  }
}
