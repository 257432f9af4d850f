/**
 * `npm run soak`: what may fail fails, for long; what the server promised is compared with what is stored. One line of figures per
 * scenario on stdout; ends with 1 when a promise was broken.
 *
 * --only NAME,NAME   some of the scenarios
 * --seed NUMBER      as an earlier run
 */
import { parseArgs } from 'node:util'
import { OwnPostgres } from './own-postgres.ts'
import { playScenarios } from './play-scenarios.ts'
import { failOneDocument } from './scenarios/fail-one-document.ts'
import { fillDisk } from './scenarios/fill-disk.ts'
import { freezeProcess } from './scenarios/freeze-process.ts'
import { killPostgres } from './scenarios/kill-postgres.ts'
import { killServer } from './scenarios/kill-server.ts'
import { loseAnswers } from './scenarios/lose-answers.ts'
import { stopPostgres } from './scenarios/stop-postgres.ts'
import { twoProcesses } from './scenarios/two-processes.ts'
import { onSmallDisk } from './small-disk.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, seed: { type: 'string' } } })
const seed = Number(values.seed ?? Date.now() % 1_000_000)

const postgres = await OwnPostgres.start()
const scenarios = {
  'kill-server': () => killServer({ stage: postgres, seed, kills: 50, acknowledgedPerKill: 200 }),
  'kill-postgres': () => killPostgres({ seed, kills: 20, acknowledgedPerKill: 200 }),
  'stop-postgres': () => stopPostgres({ postgres, seed, awayMs: 30_000 }),
  'fill-disk': () => onSmallDisk((disk) => fillDisk({ disk, seed, fullMs: 30_000 })),
  'lose-answers-cut': () => loseAnswers({ stage: postgres, seed, times: 20, how: 'cut' }),
  'lose-answers-silence': () => loseAnswers({ stage: postgres, seed, times: 3, how: 'silence' }),
  'fail-one-document': () => failOneDocument({ stage: postgres, seed, acknowledgedMeanwhile: 300 }),
  'two-processes': () => twoProcesses({ stage: postgres, seed, turns: 24, acknowledgedPerTurn: 400 }),
  'freeze-process': () => freezeProcess({ stage: postgres, seed, times: 3, frozenMs: 60_000 }),
}

let kept = false
try {
  kept = await playScenarios(scenarios, values)
} finally {
  await postgres.close()
}
process.exit(kept ? 0 : 1)
