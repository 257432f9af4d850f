// npm run soak: faults while people type, for long. See docs/soak.md.
import { parseArgs } from 'node:util'
import { turbo } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, environment, ROOT } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

/** What wants a browser is e2e's. */
const PAGES = 'kill-under-pages'

const { values } = parseArgs({ options: { only: { type: 'string' }, seed: { type: 'string' } } })
const chosen = values.only?.split(',')
const others = chosen?.filter((name) => name !== PAGES)
const seed = values.seed === undefined ? [] : ['--seed', values.seed]

await ensureInstalled()
await turbo('generate', 'build')
let exitCode = 0
if (others?.length !== 0) {
  const only = others ? ['--only', others.join(',')] : []
  exitCode = await soak('server/test/faults/soak.ts', ...only, ...seed)
}
if (chosen?.includes(PAGES) ?? true) exitCode ||= await soak('e2e/src/faults/soak.ts', ...seed)
process.exit(exitCode)

/** @param {string[]} args */
function soak(...args) {
  return run(bin('node'), args, { cwd: ROOT, env: environment, stdout: 'stdout' })
}
