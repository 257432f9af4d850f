import { join } from 'node:path'
import type { User } from '@pupitre/prisma'
import { readControlFile } from '../../src/control/control-file.ts'
import { PASSWORD } from '../factories.ts'
import { startServerProcess, type ServerProcess } from '../server-process.ts'
import { startRoundRobin, type RoundRobin } from './round-robin.ts'

interface Opening {
  count: number
  connectionString: string
  redisUrl: string
  /** Each server has a folder of its own in it. */
  folder: string
  secret: string
}

/** Whole servers on one database, each in a process of its own, behind a round-robin. The first makes the tables. */
export async function openServers({ count, connectionString, redisUrl, folder, secret }: Opening): Promise<{
  servers: ServerProcess[]
  balancer: RoundRobin
}> {
  const balancer = await startRoundRobin()
  const start = async (number: number) => {
    const dataDir = join(folder, `server-${number}`)
    const server = await startServerProcess({
      DATABASE_URL: connectionString,
      REDIS_URL: redisUrl,
      AUTH_SECRET: secret,
      PUBLIC_URL: balancer.url,
      DATA_DIR: dataDir,
    })
    // What it prints is where people come.
    return { ...server, url: (await readControlFile(dataDir))?.url ?? '' }
  }
  const first = await start(0)
  const servers = [first, ...(await Promise.all(Array.from({ length: count - 1 }, (_, i) => start(i + 1))))]
  balancer.targets = servers.map(({ url }) => url)
  return { servers, balancer }
}

/** The cookie of a new session, from the sign-in's own route. */
export async function signInAt(url: string, { email }: Pick<User, 'email'>): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
