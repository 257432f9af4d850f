import { spawn } from 'node:child_process'
import { join } from 'node:path'

const CLI = join(import.meta.dirname, '../src/cli')

export type CliCommand = 'backup' | 'restore' | 'doctor'

export interface CliOutcome {
  code: number | null
  /** Standard output and error. */
  said: string
}

/** A command as it is typed in `folder`, in an environment that has nothing else. */
export function runCli(
  command: CliCommand,
  { folder, args = [], env = {} }: { folder: string; args?: readonly string[]; env?: NodeJS.ProcessEnv },
): Promise<CliOutcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(CLI, `${command}.ts`), ...args], {
      env: { PATH: process.env.PATH, INIT_CWD: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const output of [child.stdout, child.stderr]) output.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('close', (code) => resolve({ code, said }))
  })
}
