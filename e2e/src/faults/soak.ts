/**
 * The part of `npm run soak` that has real pages: one line of figures on stdout; ends with 1 when a promise was broken.
 *
 * --seed NUMBER   as an earlier run
 */
import { parseArgs } from 'node:util'
import { OwnPostgres } from '../../../server/test/faults/own-postgres.ts'
import { brokenPromises, describeReport } from '../../../server/test/faults/report.ts'
import { killUnderPages } from './kill-under-pages.ts'

const { values } = parseArgs({ options: { seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() % 1_000_000)

const postgres = await OwnPostgres.start()
try {
  const report = await killUnderPages({ stage: postgres, seed, kills: 50, acknowledgedPerKill: 200 })
  const promises = brokenPromises(report)
  process.stdout.write(`kill-under-pages: ${describeReport(report)}\n`)
  for (const promise of promises) process.stdout.write(`  ${promise}\n`)
  process.exitCode = promises.length === 0 ? 0 : 1
} finally {
  await postgres.close()
}
