import { execFile } from 'node:child_process'
import { chown, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../lib/paths.mjs'

const run = promisify(execFile)

/** What a clone does not have. */
const LEFT_OUT = new Set(['.git', 'data', 'test-results'].map((name) => join(ROOT, name)))

export interface Clone {
  folder: string
  remove(): Promise<void>
}

/**
 * A clone of this working tree under `parent`, installed and built as here, which only `owner` may enter.
 * Packages are hard links: nothing is downloaded, and nothing of it may be written in place.
 */
export async function cloneInto(parent: string, owner: { uid: number; gid: number }): Promise<Clone> {
  const folder = await mkdtemp(join(parent, 'pupitre-clone-'))
  await cp(ROOT, folder, { recursive: true, verbatimSymlinks: true, filter: isCloned })
  const entries = await readdir(ROOT, { withFileTypes: true })
  for (const inner of ['.', ...entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)]) {
    await linkPackages(join(inner, 'node_modules'), folder)
  }
  await giveTo(folder, owner)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** node_modules is linked instead. */
function isCloned(source: string): boolean {
  return basename(source) !== 'node_modules' && !LEFT_OUT.has(source)
}

async function linkPackages(path: string, folder: string): Promise<void> {
  const isThere = await readdir(join(ROOT, path)).then(
    () => true,
    () => false,
  )
  if (!isThere) return
  const copy = (how: string) => run('cp', [how, join(ROOT, path), join(folder, path)])
  // Hard links do not cross file systems.
  await copy('-al').catch(async () => {
    await rm(join(folder, path), { recursive: true, force: true })
    await copy('-a')
  })
}

/** Gives the folders and our own files, not the packages' files: these are the same ones as here. */
async function giveTo(folder: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  await run('find', [folder, '-type', 'd', '-exec', 'chown', `${uid}:${gid}`, '{}', '+'])
  await run('find', [
    folder,
    '-name',
    'node_modules',
    '-prune',
    '-o',
    '-type',
    'f',
    '-exec',
    'chown',
    `${uid}:${gid}`,
    '{}',
    '+',
  ])
  await chown(folder, uid, gid)
}
