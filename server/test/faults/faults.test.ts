import { afterAll, beforeAll, expect, test } from 'vitest'
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
import { onSmallDisk } from './small-disk.ts'

// The scenarios of `npm run soak`, shorter. Their PostgreSQL is theirs alone: they do to it what no other test would survive.

const TEST_TIMEOUT_MS = 300_000

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)
let postgres: OwnPostgres

beforeAll(async () => {
  postgres = await OwnPostgres.start()
})
afterAll(() => postgres.close())

function expectKept(report: FaultReport): void {
  process.stdout.write(`${describeReport(report)}\n`)
  expect(brokenPromises(report), `seed ${report.seed}`).toEqual([])
}

test(
  '[S35] keeps every edit that was acknowledged or seen over kills of the server',
  async () => expectKept(await killServer({ stage: postgres, seed, kills: 4, acknowledgedPerKill: 200 })),
  TEST_TIMEOUT_MS,
)

test(
  '[S32] keeps every edit over kills of the embedded PostgreSQL, which the server starts again',
  async () => expectKept(await killPostgres({ seed, kills: 4, acknowledgedPerKill: 200 })),
  TEST_TIMEOUT_MS,
)

test(
  '[S32] keeps what is typed while PostgreSQL is stopped, though the last one leaves before it is back',
  async () => expectKept(await stopPostgres({ postgres, seed, awayMs: 3_000 })),
  TEST_TIMEOUT_MS,
)

test(
  '[S32] keeps what is typed while the disk of PostgreSQL is full, and writes it when there is room again',
  async ({ skip }) => {
    const report = await onSmallDisk((disk) => fillDisk({ disk, seed, fullMs: 2_000 }))
    skip(report === null, 'nothing may be mounted here')
    if (report) expectKept(report)
  },
  TEST_TIMEOUT_MS,
)

test(
  '[S32] neither loses nor doubles what was committed without an answer',
  async () => expectKept(await loseAnswers({ stage: postgres, seed, times: 2, how: 'cut' })),
  TEST_TIMEOUT_MS,
)

test(
  '[S30] goes on with the other documents while the database refuses one, whatever its reason, and loses nothing of that one',
  async () => expectKept(await failOneDocument({ stage: postgres, seed, acknowledgedMeanwhile: 50 })),
  TEST_TIMEOUT_MS,
)

test(
  '[S71] keeps what two processes write in one document without Redis, each stopped and killed in turn',
  async () => expectKept(await twoProcesses({ stage: postgres, seed, turns: 4, acknowledgedPerTurn: 100 })),
  TEST_TIMEOUT_MS,
)

test(
  '[S80] keeps what is written while a process is frozen, and what it wakes up with',
  async () => expectKept(await freezeProcess({ stage: postgres, seed, times: 1, frozenMs: 3_000 })),
  TEST_TIMEOUT_MS,
)
