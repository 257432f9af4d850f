import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../../e2e/src/server-process.ts'
import type { Target, TargetName } from './target.ts'

const PEERS = fileURLToPath(new URL('../../peers/', import.meta.url))
const READY = /running at|ready/i
const START_TIMEOUT_MS = 20_000
/** Hocuspocus stores a document when it has been quiet for two seconds, or every ten. */
const STORED_AFTER_MS = 3_000

const PROGRAMS: Record<Exclude<TargetName, 'pupitre'>, { script: string; keeps: boolean }> = {
  yws: { script: 'node_modules/y-websocket-server-without-store/src/server.js', keeps: false },
  'yws+lvl': { script: 'node_modules/y-websocket-server-with-leveldb/src/server.js', keeps: true },
  hp: { script: 'hocuspocus.mjs', keeps: true },
}

/** Starts a peer as its package starts it, with its defaults. Anybody may come, and write in any document. */
export async function startPeer(name: Exclude<TargetName, 'pupitre'>): Promise<Target> {
  const { script, keeps } = PROGRAMS[name]
  if (!existsSync(join(PEERS, 'node_modules')))
    throw new Error('the peers are not installed: npm ci --prefix bench/peers')
  const folder = await mkdtemp(join(tmpdir(), 'pupitre-peer-'))
  const port = await freePort()
  const start = () => startProgram({ script: join(PEERS, script), port, store: keeps ? join(folder, 'store') : '' })
  let child = await start()
  let created = 0

  return {
    name,
    get pid() {
      if (child.pid === undefined) throw new Error('a peer did not start')
      return child.pid
    },
    createDocuments: (count) => Promise.resolve(Array.from({ length: count }, () => `document-${(created += 1)}`)),
    seat: (document) => ({
      url: `ws://127.0.0.1:${port}/${document}`,
      dialect: name === 'hp' ? 'hocuspocus' : 'y-websocket',
      document,
    }),
    async restart() {
      await new Promise((resolve) => setTimeout(resolve, STORED_AFTER_MS))
      await end(child)
      child = await start()
    },
    async dispose() {
      await end(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startProgram({
  script,
  port,
  store,
}: {
  script: string
  port: number
  store: string
}): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script], {
    cwd: PEERS,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: store === '' ? undefined : store },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${script} said nothing in time`)), START_TIMEOUT_MS)
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      if (!READY.test(chunk.toString())) return
      clearTimeout(timer)
      resolve()
    })
  })
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}
