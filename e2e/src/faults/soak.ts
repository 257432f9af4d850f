/**
 * The part of `npm run soak` that has real pages: one line of figures per scenario on stdout; ends with 1 when a promise was broken.
 *
 * --only NAME,NAME   some of the scenarios
 * --seed NUMBER      as an earlier run
 */
import { parseArgs } from 'node:util'
import { OwnPostgres } from '../../../server/test/faults/own-postgres.ts'
import { playScenarios } from '../../../server/test/faults/play-scenarios.ts'
import type { FaultReport } from '../../../server/test/faults/report.ts'
import { onSmallDisk } from '../../../server/test/faults/small-disk.ts'
import { fillDiskUnderPages } from './fill-disk-under-pages.ts'
import { killUnderPages } from './kill-under-pages.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() % 1_000_000)

const scenarios = {
  'kill-under-pages': killFifty,
  'fill-disk-under-pages': () => onSmallDisk((disk) => fillDiskUnderPages({ disk, seed, times: 6, fullMs: 10_000 })),
}
process.exitCode = (await playScenarios(scenarios, values)) ? 0 : 1

async function killFifty(): Promise<FaultReport> {
  const postgres = await OwnPostgres.start()
  try {
    return await killUnderPages({ stage: postgres, seed, kills: 50, acknowledgedPerKill: 200 })
  } finally {
    await postgres.close()
  }
}
