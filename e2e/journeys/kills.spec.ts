import { expect, test } from '@playwright/test'
import { OwnPostgres } from '../../server/test/faults/own-postgres.ts'
import { brokenPromises, describeReport } from '../../server/test/faults/report.ts'
import { killUnderPages } from '../src/faults/kill-under-pages.ts'

test('[S35] what a page said to be saved is stored, over kills of the server', async () => {
  test.setTimeout(300_000)
  const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)
  const postgres = await OwnPostgres.start()
  try {
    const report = await killUnderPages({ stage: postgres, seed, kills: 3, acknowledgedPerKill: 200 })
    process.stdout.write(`${describeReport(report)}\n`)
    expect(brokenPromises(report), `seed ${seed}`).toEqual([])
  } finally {
    await postgres.close()
  }
})
