/**
 * `npm run soak`: what may fail fails, for long; what the server promised is compared with what is stored. One line of figures per
 * scenario on stdout; ends with 1 when a promise was broken.
 *
 * --only NAME,NAME   some of the scenarios
 * --seed NUMBER      as an earlier run
 */
import { parseArgs } from 'node:util'
import { OwnPostgres } from './own-postgres.ts'
import { brokenPromises, describeReport, type FaultReport } from './report.ts'
import { failOneDocument } from './scenarios/fail-one-document.ts'
import { fillDisk } from './scenarios/fill-disk.ts'
import { freezeProcess } from './scenarios/freeze-process.ts'
import { killPostgres } from './scenarios/kill-postgres.ts'
import { killServer } from './scenarios/kill-server.ts'
import { loseAnswers } from './scenarios/lose-answers.ts'
import { stopPostgres } from './scenarios/stop-postgres.ts'
import { twoProcesses } from './scenarios/two-processes.ts'
import { SmallDisk } from './small-disk.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() % 1_000_000)

const postgres = await OwnPostgres.start()
const scenarios: Record<string, () => Promise<FaultReport>> = {
  'kill-server': () => killServer({ stage: postgres, seed, kills: 50, acknowledgedPerKill: 200 }),
  'kill-postgres': () => killPostgres({ seed, kills: 20, acknowledgedPerKill: 200 }),
  'stop-postgres': () => stopPostgres({ postgres, seed, awayMs: 30_000 }),
  'fill-disk': fillSmallDisk,
  'lose-answers-cut': () => loseAnswers({ stage: postgres, seed, times: 20, how: 'cut' }),
  'lose-answers-silence': () => loseAnswers({ stage: postgres, seed, times: 3, how: 'silence' }),
  'fail-one-document': () => failOneDocument({ stage: postgres, seed, acknowledgedMeanwhile: 300 }),
  'two-processes': () => twoProcesses({ stage: postgres, seed, turns: 24, acknowledgedPerTurn: 400 }),
  'freeze-process': () => freezeProcess({ stage: postgres, seed, times: 3, frozenMs: 60_000 }),
}

const chosen = values.only?.split(',') ?? Object.keys(scenarios)
let broken = 0
try {
  for (const name of chosen) {
    const play = scenarios[name]
    if (!play) throw new Error(`no scenario is called ${name}: ${Object.keys(scenarios).join(', ')}`)
    broken += tell(name, await play())
  }
} finally {
  await postgres.close()
}
process.exit(broken === 0 ? 0 : 1)

async function fillSmallDisk(): Promise<FaultReport> {
  const disk = await SmallDisk.mount({ megabytes: 160 })
  if (!disk) throw new Error('nothing may be mounted here: this scenario wants root')
  try {
    return await fillDisk({ disk, seed, fullMs: 30_000 })
  } finally {
    await disk.unmount()
  }
}

function tell(name: string, report: FaultReport): number {
  process.stdout.write(`${name}: ${describeReport(report)}\n`)
  const promises = brokenPromises(report)
  for (const promise of promises) process.stdout.write(`  ${promise}\n`)
  return promises.length
}
