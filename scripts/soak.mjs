// npm run soak: faults while people type, for long. See docs/soak.md.
import { parseArgs } from 'node:util'
import { turbo } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, environment, ROOT } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

/** What wants a browser is e2e's. */
const WITH_PAGES = new Set(['kill-under-pages', 'fill-disk-under-pages'])

const { values } = parseArgs({ options: { only: { type: 'string' }, seed: { type: 'string' } } })
const chosen = values.only?.split(',')
const seed = values.seed === undefined ? [] : ['--seed', values.seed]

await ensureInstalled()
await turbo('generate', 'build')
const exitCodes = [
  await soak(
    'server/test/faults/soak.ts',
    chosen?.filter((name) => !WITH_PAGES.has(name)),
  ),
  await soak(
    'e2e/src/faults/soak.ts',
    chosen?.filter((name) => WITH_PAGES.has(name)),
  ),
]
process.exit(exitCodes.find((code) => code !== 0) ?? 0)

/**
 * All of its scenarios when none are named.
 *
 * @param {string} program
 * @param {string[] | undefined} names
 */
async function soak(program, names) {
  if (names?.length === 0) return 0
  const only = names ? ['--only', names.join(',')] : []
  return run(bin('node'), [program, ...only, ...seed], { cwd: ROOT, env: environment, stdout: 'stdout' })
}
