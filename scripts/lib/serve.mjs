import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { serverEnvironment } from './server-environment.mjs'
import { bin, environment, ROOT } from './paths.mjs'

const PARENT_CHECK_MS = 500

/**
 * Runs the server until it ends, and ends as it ended. Ctrl-C and SIGTERM are handed to it, once each: the terminal, npm and
 * we may all pass on the same one.
 *
 * The server stops by itself, gracefully, when we die (its IPC channel closes), and we do when npm dies: a server that
 * nobody sees any more must not keep the port.
 *
 * @param {string[]} args
 */
export function serve(args) {
  const child = spawn(bin('node'), args, {
    cwd: ROOT,
    env: { ...serverEnvironment, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  /** @type {Set<NodeJS.Signals>} */
  const sent = new Set()
  /** @param {NodeJS.Signals} signal */
  const hand = (signal) => {
    if (!sent.has(signal)) child.kill(signal)
    sent.add(signal)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => hand(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  }
  if (process.env.npm_lifecycle_event !== undefined) stopWithParent(() => hand('SIGTERM'))
  child.once('error', (error) => {
    process.stderr.write(`Le serveur ne démarre pas : ${error.message}\n`)
    process.exit(1)
  })
  child.once('exit', (code) => process.exit(code ?? 1))
}

/**
 * npm runs us through a shell, which outlives it: both are watched.
 * @param {() => void} stop
 */
function stopWithParent(stop) {
  const shell = process.ppid
  const npm = parentOf(shell)
  setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) stop()
  }, PARENT_CHECK_MS).unref()
}

/**
 * Null where the system does not say (elsewhere than on Linux) or when the process is gone.
 * @param {number} pid
 * @returns {string | null}
 */
function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? null
  } catch {
    return null
  }
}
