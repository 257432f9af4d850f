import { MigrationError } from '@pupitre/prisma'
import { BackupError } from '../backup/backup-error.ts'
import { ConfigError } from '../config.ts'
import { DatabaseError } from '../database/database-error.ts'
import { typeset } from '../domain/typography.ts'

/** The command cannot do what it was asked. The message is one sentence for the person who typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/**
 * Runs a command to its end, then leaves: 0, or 1 with one sentence on standard error. An unexpected error keeps its stack.
 * Leaves by itself because Prisma's schema engine keeps a timer of ten seconds behind it.
 */
export async function runCommand(command: () => Promise<void>): Promise<never> {
  try {
    await command()
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`)
    process.exit(1)
  }
  process.exit(0)
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isExpected = [CommandError, ConfigError, DatabaseError, MigrationError, BackupError].some(
    (known) => error instanceof known,
  )
  if (isExpected) return typeset(error.message)
  return isUsageError(error) ? error.message : (error.stack ?? error.message)
}

/** What `parseArgs` says of an option that it does not know. */
function isUsageError(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
