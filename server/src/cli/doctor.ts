/** `npm run doctor [-- --repair]`: checks every document of the instance, beside a running server or without one. */
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { checkMigrated } from '../database/check-migrated.ts'
import { reachDatabase } from '../database/open-database.ts'
import { examineInstance } from '../doctor/examine-instance.ts'
import { reportOf } from '../doctor/examination-report.ts'
import { typeset } from '../domain/typography.ts'
import { CommandError, runCommand } from './run-command.ts'
import { withClient } from './with-client.ts'

/** A running server projects two seconds after an edit at the latest (S49); a busy one gets a little more. */
const PROJECTION_PATIENCE_MS = 5_000

await runCommand(async () => {
  const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } })
  const database = await reachDatabase(readConfig(process.env), { share: true })
  try {
    const { connectionString } = database
    const examination = await withClient({ connectionString, name: 'doctor' }, async (client) => {
      await checkMigrated(client)
      const waitForProjections = () => delay(PROJECTION_PATIENCE_MS)
      return examineInstance({ client, shouldRepair: values.repair, waitForProjections })
    })
    const report = typeset(reportOf(examination))
    if (examination.problems.length > 0) throw new CommandError(report)
    process.stdout.write(`${report}\n`)
  } finally {
    await database.close()
  }
})
