// npm test: every test of every package, one package after the other, then the sum.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { turbo } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ROOT } from './lib/paths.mjs'
import { say } from './lib/run.mjs'
import { runTests } from './lib/test-runner.mjs'
import { addTallies, emptyTally } from './lib/test-tally.mjs'

await ensureInstalled()
await turbo('generate', 'build')

const { workspaces } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
const reports = await mkdtemp(join(tmpdir(), 'pupitre-reports-'))
let tally = emptyTally()
for (const folder of ['.', ...workspaces]) {
  tally = addTallies(tally, await runTests({ folder: join(ROOT, folder), name: folder, reports }))
}
await rm(reports, { recursive: true })

for (const name of tally.skipped) say(`skipped: ${name}`)
for (const name of tally.failures) say(`failed: ${name}`)
process.stdout.write(`${tally.passed} passed, ${tally.failures.length} failed\n`)
process.exit(tally.failures.length === 0 ? 0 : 1)
