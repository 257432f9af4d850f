import { resolve } from 'node:path'

/** A path as it was typed: relative to the folder where the command was, which npm leaves for the repository's. */
export function callersPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}
