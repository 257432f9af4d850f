import { expect, test } from '@playwright/test'
import { OwnPostgres } from '../../server/test/faults/own-postgres.ts'
import { brokenPromises, describeReport, type FaultReport } from '../../server/test/faults/report.ts'
import { onSmallDisk } from '../../server/test/faults/small-disk.ts'
import { fillDiskUnderPages } from '../src/faults/fill-disk-under-pages.ts'
import { killUnderPages } from '../src/faults/kill-under-pages.ts'

// The scenarios of `npm run soak` that have pages, shorter.

// A trace holds the page as it is at each key.
test.use({ trace: 'off' })

const TEST_TIMEOUT_MS = 300_000

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)

function expectKept(report: FaultReport): void {
  process.stdout.write(`${describeReport(report)}\n`)
  expect(brokenPromises(report), `seed ${report.seed}`).toEqual([])
}

test('[S35] what a page said to be saved is stored, over kills of the server', async () => {
  test.setTimeout(TEST_TIMEOUT_MS)
  const postgres = await OwnPostgres.start()
  try {
    expectKept(await killUnderPages({ stage: postgres, seed, kills: 3, acknowledgedPerKill: 200 }))
  } finally {
    await postgres.close()
  }
})

test('[S32] a page says nothing to be saved while the disk of PostgreSQL is full, and what it keeps is written once there is room', async () => {
  test.setTimeout(TEST_TIMEOUT_MS)
  const report = await onSmallDisk((disk) => fillDiskUnderPages({ disk, seed, times: 2, fullMs: 1_000 }))
  test.skip(report === null, 'nothing may be mounted here')
  if (report) expectKept(report)
})
