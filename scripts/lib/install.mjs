import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { giveUp, run, say } from './run.mjs'

const OLDEST_NODE = 20

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/** Installs the packages unless what is there is what package-lock.json says. Leaves with a sentence when it cannot. */
export async function ensureInstalled() {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE)
    giveUp(`Pupitre demande Node ${OLDEST_NODE} ou plus récent ; celui-ci est ${process.versions.node}.`)
  if (await isInstalled()) return
  say('Installation des dépendances (une à trois minutes la première fois)…')
  // `npm ci` refuses a lock which lacks some platform's build of a native tool: `npm install` keeps to the same versions.
  if ((await npm('ci')) !== 0 && (await npm('install')) !== 0)
    giveUp('L’installation des dépendances a échoué : voir ci-dessus.')
}

/** @param {'ci' | 'install'} command */
function npm(command) {
  const args = [command, '--no-audit', '--no-fund', '--loglevel=error']
  const npmScript = process.env.npm_execpath
  if (npmScript?.endsWith('.js')) return run(process.execPath, [npmScript, ...args])
  return run('npm', args)
}

async function isInstalled() {
  const [wanted, found] = await Promise.all([
    readLock('package-lock.json'),
    readLock('node_modules/.package-lock.json'),
  ])
  return wanted !== null && found !== null && matches(wanted, found)
}

/**
 * Whether every package that this machine needs is installed at the locked version. Optional ones are other machines'.
 * @param {Lock} wanted
 * @param {Lock} found
 */
export function matches(wanted, found) {
  return Object.entries(wanted.packages).every(([path, { version, link, optional }]) => {
    if (optional || !path.includes('node_modules/')) return true
    const installed = found.packages[path]
    return installed !== undefined && (link ? installed.link === true : installed.version === version)
  })
}

/**
 * @param {string} path
 * @returns {Promise<Lock | null>}
 */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(join(ROOT, path), 'utf8'))
  } catch {
    return null
  }
}
