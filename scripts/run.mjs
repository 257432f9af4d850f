// node scripts/run.mjs FILE.ts …: runs one of our commands under Node 24, on a fresh clone too.
import { turbo } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { bin, environment } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

await ensureInstalled()
await turbo('generate')
// File arguments are relative to the folder where the command was typed, which npm leaves for the repository's.
const env = { ...environment, INIT_CWD: process.env.INIT_CWD ?? process.cwd() }
process.exit(await run(bin('node'), process.argv.slice(2), { env, stdout: 'stdout' }))
