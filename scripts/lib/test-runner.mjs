import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bin, environment } from './paths.mjs'
import { run, say } from './run.mjs'
import { emptyTally, readPlaywright, readVitest } from './test-tally.mjs'

/** @typedef {import('./test-tally.mjs').Tally} Tally */

/** The program behind a package's `test` script, and what it leaves to be counted. */
const RUNNERS = [
  {
    command: 'vitest run',
    program: 'vitest',
    /** @param {string} report */
    args: (report) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    read: readVitest,
  },
  {
    command: 'playwright test',
    program: 'playwright',
    args: () => ['test'],
    read: readPlaywright,
  },
]

/**
 * Runs the tests of one package, if it has any. A runner that breaks without naming a test counts as one failure.
 *
 * @param {{ folder: string, name: string, reports: string }} target
 * @returns {Promise<Tally>}
 */
export async function runTests({ folder, name, reports }) {
  const { scripts = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  // At the root, `test` is what runs us.
  const command = scripts[name === '.' ? 'test:scripts' : 'test']
  if (command === undefined) return emptyTally()
  const runner = RUNNERS.find((known) => known.command === command)
  if (!runner) throw new Error(`${name}: nobody knows how to count the tests of “${command}”`)

  say(`\n── ${name === '.' ? 'scripts' : name} ──`)
  const report = join(reports, `${name === '.' ? 'scripts' : name}.json`)
  const env = { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const code = await run(bin(runner.program), runner.args(report), { cwd: folder, env })
  const tally = await readFile(report, 'utf8').then(
    (text) => runner.read(JSON.parse(text), name),
    () => emptyTally(),
  )
  if (code !== 0 && tally.failures.length === 0) tally.failures.push(`${name}: ${runner.program} ended with ${code}`)
  return tally
}
