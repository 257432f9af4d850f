import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('sync-process.ts', import.meta.url))

/** The sync server in a process of its own. */
export interface ChildServer {
  port: number
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM, and how the process ended. */
  stop(): Promise<number | null>
}

/** Starts `sync-process.ts`; port 0 takes a free one. Resolves when it listens. */
export async function startChildServer({
  databaseUrl,
  port = 0,
}: {
  databaseUrl: string
  port?: number
}): Promise<ChildServer> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const listening = await firstLine(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
    return child.exitCode
  }
  return {
    port: Number(listening.replace('listening ', '')),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
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
