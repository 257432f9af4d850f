import { MigrationError } from '@pupitre/prisma'
import pino from 'pino'
import { ConfigError, readConfig } from './config.ts'
import { prepareDataDir } from './database/data-dir.ts'
import { DatabaseError } from './database/database-error.ts'
import { openDatabase } from './database/open-database.ts'
import { loadDemoOnce } from './exchange/demo/load-demo.ts'
import { ListenError } from './http/choose-address.ts'
import { startServer } from './start-server.ts'

/** A stop that takes longer is stuck: what is durable is, and the next start recovers the database. */
const STOP_TIMEOUT_MS = 9_500

/** Standard output carries one line, for whoever started the server: the log goes to standard error. */
const logger = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }))

try {
  await run()
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`)
  process.exit(1)
}

async function run(): Promise<void> {
  const config = readConfig(process.env)
  logger.level = config.logLevel
  const stop = catchStopSignals()
  await prepareDataDir(config.dataDir)
  const database = await openDatabase(config, {
    onConnectionLost: (error) => logger.warn({ err: error }, 'a database connection was lost'),
    watcher: {
      lost: () => logger.error('PostgreSQL ended by itself: it is started again, and edits wait'),
      failed: (err) => logger.error({ err }, 'PostgreSQL does not start: it is tried again'),
      back: ({ afterMs }) => logger.warn({ afterMs }, 'PostgreSQL is back'),
    },
  })
  try {
    if (config.demo) await loadDemoOnce({ prisma: database.prisma })
    const server = await startServer({ config, database, logger })
    process.stdout.write(`Pupitre ready: ${server.url}\n`)
    await stop
    await server.close()
  } finally {
    await database.close()
  }
  process.exit(0)
}

/**
 * Resolves at the first Ctrl-C or SIGTERM; later ones change nothing (a terminal and npm each send one). Installed before
 * anything starts, so that no start is cut in half.
 */
function catchStopSignals(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false
    const stop = (): void => {
      if (isStopping) return
      isStopping = true
      setTimeout(() => {
        process.stderr.write('L’arrêt prend trop de temps : le serveur s’arrête sans attendre.\n')
        process.exit(1)
      }, STOP_TIMEOUT_MS).unref()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
    // Whoever started us with a channel is dead: nobody sees this server any more.
    process.once('disconnect', stop)
  })
}

/** Expected errors are one sentence; anything else keeps its stack, which is what a report needs. */
function sentence(error: unknown): string {
  const isExpected = [ConfigError, DatabaseError, MigrationError, ListenError].some((known) => error instanceof known)
  if (error instanceof Error) return isExpected ? error.message : (error.stack ?? error.message)
  return String(error)
}
