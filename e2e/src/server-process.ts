import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverEnvironment } from '../../scripts/lib/server-environment.mjs'

const MAIN = new URL('../../server/src/main.ts', import.meta.url).pathname
const READY = /Pupitre ready: (\S+)/
const START_TIMEOUT_MS = 60_000

/** A real server process with its own data folder and demo, which can be killed and started again at the same address. */
export class ServerProcess {
  readonly url: string
  readonly dataDir: string
  readonly #port: number
  readonly #smtpUrl: string | undefined
  readonly #nodeOptions: readonly string[]
  #child: ChildProcess | undefined

  private constructor(options: {
    dataDir: string
    port: number
    smtpUrl: string | undefined
    nodeOptions: readonly string[]
  }) {
    this.#smtpUrl = options.smtpUrl
    this.#nodeOptions = options.nodeOptions
    this.dataDir = options.dataDir
    this.#port = options.port
    this.url = `http://127.0.0.1:${options.port}`
  }

  /** Without `smtpUrl`, messages are files of the data folder. `nodeOptions` are Node's own, such as a profile. */
  static async start({
    smtpUrl,
    nodeOptions = [],
  }: { smtpUrl?: string; nodeOptions?: readonly string[] } = {}): Promise<ServerProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'pupitre-e2e-'))
    const server = new ServerProcess({ dataDir, port: await freePort(), smtpUrl, nodeOptions })
    await server.start()
    return server
  }

  /** The id of the process that runs now, or ran last. */
  get pid(): number {
    const pid = this.#child?.pid
    if (pid === undefined) throw new Error('no server was started')
    return pid
  }

  /** Resolves once the server said that it is ready; rejects with what it printed when it exits or stays silent. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.#nodeOptions, MAIN], {
      env: {
        // As `npm start` does.
        ...serverEnvironment,
        ...process.env,
        DATA_DIR: this.dataDir,
        PORT: String(this.#port),
        DEMO: '1',
        DATABASE_URL: undefined,
        SMTP_URL: this.#smtpUrl,
        // Receivers of the tests are here.
        WEBHOOKS_LOOPBACK: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    await new Promise<void>((resolve, reject) => {
      let printed = ''
      const timer = setTimeout(
        () => reject(new Error(`the server said nothing in time:\n${printed}`)),
        START_TIMEOUT_MS,
      )
      const read = (chunk: Buffer): void => {
        printed += chunk.toString()
        if (!READY.test(printed)) return
        clearTimeout(timer)
        resolve()
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('exit', (code) => reject(new Error(`the server exited with ${code}:\n${printed}`)))
    })
  }

  /** SIGKILL: nothing of the process runs after it. */
  async kill(): Promise<void> {
    await this.#signal('SIGKILL')
  }

  /** SIGTERM: the process ends by itself, in order. */
  async stop(): Promise<void> {
    await this.#signal('SIGTERM')
  }

  /** Graceful stop, then the data folder is removed. */
  async dispose(): Promise<void> {
    await this.stop()
    await rm(this.dataDir, { recursive: true, force: true })
  }

  async #signal(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('the probe listens on no TCP port')
  return address.port
}
