import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { access, constants, mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freeLoopbackPort } from '../src/database/embedded/free-loopback-port.ts'

/** Where Debian's package puts it, beside what PATH says. */
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']

/** The redis-server of this machine; null when there is none. */
export async function installedRedis(): Promise<string | null> {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...USUAL_FOLDERS]
  for (const folder of folders) {
    const program = join(folder, 'redis-server')
    const isThere = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return program
  }
  return null
}

export interface RealRedis {
  url: string
  /** SIGKILL: it says nothing to anyone. */
  kill(): Promise<void>
  /** Starts it again, on the same port. */
  start(): Promise<void>
  /** It stays, and answers nothing; or goes on. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/** A Redis of its own on a free port, which keeps nothing on disk. */
export async function startRedis(): Promise<RealRedis> {
  const program = await installedRedis()
  if (program === null) throw new Error('no redis-server in PATH: Debian and Ubuntu have it as redis-server')
  const folder = await mkdtemp(join(tmpdir(), 'pupitre-redis-'))
  const port = await freeLoopbackPort()
  let child: ChildProcess | null = null
  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
    child = spawn(program, options, { stdio: 'ignore' })
    await accepts(port)
  }
  const kill = async () => {
    const dying = child
    child = null
    if (!dying) return
    const exited = once(dying, 'exit')
    dying.kill('SIGKILL')
    await exited
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async stop() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Retries while it starts. */
async function accepts(port: number): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch (error) {
      if (attempt === 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 25))
    } finally {
      socket.destroy()
    }
  }
}
