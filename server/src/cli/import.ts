/** `npm run import -- --siren … --as … FILE.xlsx`: brings a plan in from a spreadsheet. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { createChangeBus } from '../bus/change-bus.ts'
import { readConfig, type Config } from '../config.ts'
import { findRunningServer } from '../control/running-server.ts'
import { openDatabase } from '../database/open-database.ts'
import { importByCommand, type ImportOptions } from '../exchange/import/import-by-command.ts'
import { importOutcomeSchema, type ImportOutcome } from '../exchange/import/import-outcome.ts'
import { problemLines, summaryOf } from '../exchange/import/import-summary.ts'
import { storedLiveText } from '../exchange/stored-live-text.ts'
import { callersPath } from './callers-path.ts'
import { CommandError, runCommand } from './run-command.ts'

const USAGE =
  'Usage : npm run import -- --siren 200068229 --as prenom.nom@exemple.fr [--nom "Nom du plan"] FICHIER.xlsx'

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { siren: { type: 'string' }, as: { type: 'string' }, nom: { type: 'string' } },
  })
  const { siren, as, nom } = values
  const [path, ...others] = positionals
  if (!siren || !as || !path || others.length > 0) throw new CommandError(USAGE)

  const bytes = await readCallersFile(path)
  const outcome = await importIt(readConfig(process.env), {
    options: { siren, as, fileName: basename(path), ...(nom !== undefined && { nom }) },
    bytes,
  })
  if ('problems' in outcome) throw new CommandError(`${problemLines(outcome.problems)}\nRien n’a été importé.`)
  process.stderr.write(`${summaryOf(outcome.report)}\n`)
  await print(`${JSON.stringify(outcome.report)}\n`)
})

async function readCallersFile(path: string): Promise<Buffer> {
  const file = callersPath(path)
  try {
    return await readFile(file)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new CommandError(`Le fichier ${file} ne peut être lu${reason}.`, { cause: error })
  }
}

/** By the server that runs on this data folder, so that open pages see it; else on the database itself. */
async function importIt(config: Config, order: { options: ImportOptions; bytes: Buffer }): Promise<ImportOutcome> {
  const { options, bytes } = order
  const running = await findRunningServer(config.dataDir)
  if (running) return importOutcomeSchema.parse(await running.run('import', { options: { ...options }, body: bytes }))

  const database = await openDatabase(config, { share: true })
  try {
    return await importByCommand(
      { prisma: database.prisma, liveText: storedLiveText, bus: createChangeBus() },
      { options, bytes },
    )
  } finally {
    await database.close()
  }
}

/** The process leaves right after: a pipe must have taken the whole line before. */
function print(line: string): Promise<void> {
  return new Promise((done, fail) => process.stdout.write(line, (error) => (error ? fail(error) : done())))
}
