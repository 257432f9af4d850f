/* oxlint-disable no-console -- a command's output */
import { parseArgs } from 'node:util'
import { playCampaign } from './campaign.ts'
import { campaignTable, failureLine, stepLine } from './report.ts'

/** `npm run fuzz -- --runs 10000 --seed 1`: plays the runs, prints the table, and exits 1 when any run failed. */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
})
const firstSeed = Number(values.seed)
const runs = Number(values.runs)
if (!Number.isInteger(firstSeed) || !Number.isInteger(runs) || runs < 1) {
  console.error('fuzz: --runs and --seed take whole numbers')
  process.exit(1)
}

const start = performance.now()
const result = playCampaign({ firstSeed, runs })
const seconds = Math.round((performance.now() - start) / 1000)
console.log(`Binding fuzz: ${runs} runs, seeds ${firstSeed} to ${firstSeed + runs - 1}, ${seconds} s\n`)
console.log(campaignTable(result))
console.log(`\nSteps: ${stepLine(result)}`)
for (const run of result.failed.slice(0, 20)) console.log(failureLine(run))
if (result.failed.length > 0) process.exit(1)
