import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const READY = /^Pupitre ready: (\S+)$/m
const START_TIMEOUT_MS = 60_000

export interface ServerProcess {
  url: string
  pid: number
  stderr(): string
  /** Resolves with the exit code, null when the signal ended it. */
  stop(signal: NodeJS.Signals): Promise<number | null>
}

export interface Refusal {
  exitCode: number | null
  stdout: string
  stderr: string
}

interface Outcome {
  child: ChildProcess
  stdout: () => string
  stderr: () => string
  exit: Promise<number | null>
}

/** A real server in a process of its own, on a port that the system chooses unless `env` says one. Without the demo by default. */
export async function startServerProcess(env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const { child, stdout, stderr, exit } = launch(env)
  const deadline = AbortSignal.timeout(START_TIMEOUT_MS)
  while (!READY.test(stdout())) {
    const ended = await Promise.race([
      once(child.stdout ?? child, 'data', { signal: deadline }).then(() => false),
      exit.then(() => true),
    ])
    if (ended) throw new Error(`the server did not start:\n${stderr()}`)
  }
  const [, url = ''] = READY.exec(stdout()) ?? []
  return {
    url,
    pid: child.pid ?? 0,
    stderr,
    stop: (signal) => {
      child.kill(signal)
      return exit
    },
  }
}

/** A server which is expected not to start: what it says, once it has left. */
export async function refusedServerProcess(env: NodeJS.ProcessEnv): Promise<Refusal> {
  const { stdout, stderr, exit } = launch(env)
  return { exitCode: await exit, stdout: stdout(), stderr: stderr() }
}

function launch(env: NodeJS.ProcessEnv): Outcome {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: '0', DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const read = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (read.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (read.stderr += chunk.toString()))
  const exit = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null))
  return { child, stdout: () => read.stdout, stderr: () => read.stderr, exit }
}
