import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const PROGRAM = fileURLToPath(new URL('sync-process.ts', import.meta.url))

/** What is kept of what a child says, for when it dies by itself. */
const COMPLAINTS_BYTES = 8_192

const health = z.object({
  storage: z.enum(['reachable', 'away']),
  connections: z.number(),
  waitingEdits: z.number(),
})

/** The sync server in a process of its own. */
export interface ChildServer {
  port: number
  health(): Promise<z.infer<typeof health>>
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM, and how the process ended. */
  stop(): Promise<number | null>
  /** SIGSTOP: it does nothing at all, and its sockets stay open, until `resume`. */
  freeze(): void
  resume(): void
}

/** Starts `sync-process.ts`; port 0 takes a free one. Resolves when it listens. What it logs is told only if it dies by itself. */
export async function startChildServer({
  databaseUrl,
  port = 0,
}: {
  databaseUrl: string
  port?: number
}): Promise<ChildServer> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  tellIfItDies(child)
  const listening = Number((await firstLine(child)).replace('listening ', ''))
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exited = once(child, 'exit')
    child.kill(signal)
    // One that is frozen hears nothing else.
    child.kill('SIGCONT')
    await exited
    return child.exitCode
  }
  return {
    port: listening,
    health: async () => health.parse(await (await fetch(`http://127.0.0.1:${listening}`)).json()),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    freeze: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  }
}

function tellIfItDies(child: ChildProcess): void {
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-COMPLAINTS_BYTES)))
  child.once('exit', (code) => {
    if (code !== null && code !== 0) process.stderr.write(`the sync server ended with ${code}: ${complaints}\n`)
  })
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the child has no stdout')
  const lines = createInterface({ input: child.stdout })
  const died = once(child, 'exit').then(() => {
    throw new Error('the sync server died before it listened')
  })
  const line: unknown[] = await Promise.race([once(lines, 'line'), died])
  return String(line[0])
}
