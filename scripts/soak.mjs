// npm run soak: faults while people type, for long. See docs/soak.md.
import { turbo } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, environment, ROOT } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

await ensureInstalled()
await turbo('generate', 'build')
const args = ['server/test/faults/soak.ts', ...process.argv.slice(2)]
process.exit(await run(bin('node'), args, { cwd: ROOT, env: environment, stdout: 'stdout' }))
