import { fileURLToPath } from 'node:url'
import { pendingMigrations } from '@pupitre/prisma'
import type { FastifyBaseLogger } from 'fastify'
import { keptAuthSecret } from './auth/auth-secret.ts'
import { createAuth } from './auth/create-auth.ts'
import { endDemoSessions } from './auth/demo-accounts.ts'
import { reloadViewer } from './auth/reload-viewer.ts'
import { createRateLimits } from './auth/rate-limits.ts'
import { warmUp } from './auth/warm-up.ts'
import { createChangeBus } from './bus/change-bus.ts'
import { openPeerLink } from './bus/open-peer-link.ts'
import { publishPassages } from './bus/publish-passages.ts'
import { publishTitres } from './bus/publish-titres.ts'
import { shareSpending } from './bus/share-spending.ts'
import { shareChangeBus } from './bus/shared-change-bus.ts'
import type { Config } from './config.ts'
import { drawControlSecret, removeControlFile, writeControlFile } from './control/control-file.ts'
import type { Database } from './database/open-database.ts'
import { foldTouches } from './domain/feed/fold-touches.ts'
import { judgeDocument } from './domain/rights/judge-document.ts'
import { forgetEntries } from './domain/journal/forget-entries.ts'
import type { Viewer } from './domain/viewer.ts'
import { Budgets } from './graphql/limits/budgets.ts'
import { createApp } from './http/app.ts'
import { createControlCommands } from './http/control-commands.ts'
import { chooseAddress } from './http/choose-address.ts'
import { daily } from './jobs/daily.ts'
import { every } from './jobs/every.ts'
import { openMail } from './mail/open-mail.ts'
import { systemClock } from './sync/clock.ts'
import { createSyncServer } from './sync/sync-server.ts'
import { forgetDeliveries } from './webhooks/forget-deliveries.ts'
import { openWebhooks } from './webhooks/open-webhooks.ts'

const CLIENT_FOLDER = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** How long what nobody asks for waits to be told to feeds: whoever reads one has it told first. */
const FOLD_PERIOD_MS = 60_000

export interface StartedServer {
  /** Where this process listens. */
  url: string
  /** Takes no more, makes durable what waits, closes what is open. The database stays open: its owner closes it last. */
  close(): Promise<void>
}

interface ServerParts {
  config: Config
  database: Database
  logger: FastifyBaseLogger
}

/** Composes and starts the server on an open database. @throws ListenError when the address cannot be had */
export async function startServer({ config, database, logger }: ServerParts): Promise<StartedServer> {
  const { connectionString, prisma } = database
  const { port, url } = await chooseAddress(config)
  const publicUrl = config.publicUrl ?? url
  const authSecret = config.authSecret ?? (await keptAuthSecret(config.dataDir))
  const link = await openPeerLink({ redisUrl: config.redisUrl, secret: authSecret, clock: systemClock, logger })
  const bus = link ? shareChangeBus(createChangeBus(), { link, clock: systemClock }) : createChangeBus()
  const budgets = config.pointsPerMinute === null ? null : new Budgets({ pointsPerMinute: config.pointsPerMinute })
  if (budgets && link) shareSpending(budgets, { link, clock: systemClock })
  const auth = createAuth({
    prisma,
    config: { publicUrl, authSecret, demo: config.demo },
    mail: () => mail,
    onSessionEnded: ({ userId }) => bus.publishRights({ userIds: [userId] }),
    logger,
  })
  const { smtpUrl, mailFrom, dataDir } = config
  const mail = await openMail({
    connectionString,
    prisma,
    auth,
    publicUrl,
    authSecret,
    smtpUrl,
    mailFrom,
    dataDir,
    logger,
  })
  const webhooks = openWebhooks({ prisma, mail, authSecret, allowLoopback: config.webhooksLoopback, logger })
  if (!config.demo) await endDemoSessions(prisma)

  const reload = (viewer: Viewer) => reloadViewer({ prisma, now: new Date() }, viewer)
  const sync = createSyncServer({
    database: { connectionString },
    authorise: ({ viewer, ref }) => judgeDocument({ prisma, viewer, ref }),
    logger,
    link: link ?? undefined,
    reloadViewer: reload,
    onTitres: (ficheIds) => {
      publishTitres({ prisma, bus, ficheIds }).catch((err: unknown) => logger.warn({ err }, 'titles were not told'))
    },
    onPassages: (kind, ids) => publishPassages({ bus, kind, ids }),
  })
  bus.onRights(({ userIds = [], fiches = [], plans = [] }) =>
    sync.recheckViewers({
      userIds,
      documents: [
        ...fiches.map((uuid) => ({ kind: 'fiche' as const, uuid })),
        ...plans.map((uuid) => ({ kind: 'plan' as const, uuid })),
      ],
    }),
  )
  bus.onMissed(() => void sync.judgeAgain())
  bus.onDeaf(() => void sync.judgeAgain())
  const secret = drawControlSecret()
  const app = await createApp({
    publicUrl,
    trustProxy: config.trustProxy,
    demo: config.demo,
    supportEmail: config.supportEmail,
    clientFolder: CLIENT_FOLDER,
    prisma,
    auth,
    mail,
    mailHealth: () => mail.health(),
    webhooks,
    limits: createRateLimits({ prisma, secret: authSecret }),
    budgets,
    sync,
    bus,
    reloadViewer: reload,
    logger,
    control: { secret, commands: createControlCommands({ prisma, liveText: sync.liveText, bus }) },
    isDatabaseRestarting: () => database.isRestarting(),
    checkReady: async () => {
      const pending = await pendingMigrations((sql) => prisma.$queryRawUnsafe(sql))
      if (pending.length > 0) throw new Error(`migrations not applied: ${pending.join(', ')}`)
    },
  })
  await warmUp(auth)
  await app.listen({ host: config.host, port })
  await writeControlFile(config.dataDir, { pid: process.pid, url, secret })
  const retention = daily({
    clock: systemClock,
    async run(signal) {
      const entries = await forgetEntries(prisma, { years: config.journalYears, signal })
      if (entries > 0) logger.info({ entries }, 'old entries of the journal were forgotten')
      const deliveries = await forgetDeliveries(prisma, { signal })
      if (deliveries > 0) logger.info({ deliveries }, 'what webhooks were sent long ago was forgotten')
    },
    onError: (err) => logger.warn({ err }, 'the journal and the log of webhooks keep what is old for another day'),
  })
  const feeds = every(FOLD_PERIOD_MS, {
    clock: systemClock,
    async run(signal) {
      while (!signal.aborted && (await foldTouches(prisma)));
    },
    onError: (err) => logger.warn({ err }, 'the feeds of changes are late by a minute'),
  })

  return {
    url: publicUrl,
    async close() {
      await removeControlFile(config.dataDir, { secret })
      // First the sockets: closed with "restarting", they come back when there is someone to answer.
      await sync.close()
      await link?.close()
      await app.close()
      await webhooks.close()
      await mail.close()
      await retention.close()
      await feeds.close()
    },
  }
}
