import { spawn } from 'node:child_process'
import { once } from 'node:events'

const READY = /^Pupitre ready: (\S+)$/m

export interface Started {
  url: string
  /** How long `npm start` took to say that it is ready. */
  startMs: number
  stderr(): string
  /** What a terminal does at Ctrl-C: the signal goes to the whole process group. */
  ctrlC(): Promise<void>
  /** Kills npm alone, as a process monitor out of patience does. */
  killNpm(): void
}

/** `npm start` in a folder, as a person of that user would type it: no Node 24 in the path, no LANG. */
export async function npmStart({
  folder,
  home,
  user,
}: {
  folder: string
  home: string
  user?: { uid: number; gid: number }
}): Promise<Started> {
  const before = performance.now()
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules'))
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { PATH: path.join(':'), HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...user,
  })
  const read = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (read.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (read.stderr += chunk.toString()))
  const exit = once(child, 'exit').then(() => true)
  // Its output ends when the last process that writes to it does: the server, not npm.
  const silent = Promise.all([once(child.stdout, 'close'), once(child.stderr, 'close')])
  while (!READY.test(read.stdout)) {
    const ended = await Promise.race([once(child.stdout, 'data').then(() => false), exit])
    if (ended) throw new Error(`npm start ended:\n${read.stdout}\n${read.stderr}`)
  }
  const [, url = ''] = READY.exec(read.stdout) ?? []
  return {
    url,
    startMs: performance.now() - before,
    stderr: () => read.stderr,
    ctrlC: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
      await silent
    },
    killNpm: () => child.kill('SIGKILL'),
  }
}
