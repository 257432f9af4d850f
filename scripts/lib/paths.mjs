import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Programs of the installed packages, Node 24 among them: these scripts themselves may run under an older Node. */
const BIN = join(ROOT, 'node_modules', '.bin')

/** @param {string} program */
export const bin = (program) => join(BIN, program)

/**
 * What every program that we start is told. Turbo neither reports nor looks for updates, and Prisma's engine is not
 * downloaded: the one in WebAssembly serves (docs/decisions/0003), any file that exists stops the download.
 */
export const environment = {
  ...process.env,
  PATH: `${BIN}:${process.env.PATH ?? ''}`,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
}
