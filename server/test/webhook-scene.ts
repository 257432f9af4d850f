import { createPrismaClient, migrate, type PrismaClient, type Webhook } from '@pupitre/prisma'
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest'
import type { Letter } from '../src/domain/mail.ts'
import { type OpenWebhooks, openWebhooks } from '../src/webhooks/open-webhooks.ts'
import { emptyDatabase, type EmptyDatabase } from './empty-database.ts'
import { AUTH_SECRET, createFactories, type Factories } from './factories.ts'
import { silentLogger } from './silent-logger.ts'
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts'

const PACE = { announcePeriodMs: 100, intervalSeconds: 0.5 }

/** A database of the file's own, whose webhooks are told of by processes that the tests start, and a receiver for each test. */
export function webhookScene() {
  let database: EmptyDatabase
  let prisma: PrismaClient
  let make: Factories
  let receiver: WebhookReceiver

  beforeAll(async () => {
    database = await emptyDatabase()
    await migrate({ connectionString: database.connectionString })
    prisma = createPrismaClient({ connectionString: database.connectionString, maxConnections: 6 })
    make = createFactories(prisma)
  })
  afterAll(async () => {
    await prisma.$disconnect()
    await database.drop()
  })
  beforeEach(async () => {
    // What a test left is no later one's.
    await prisma.webhook.deleteMany()
    receiver = await startWebhookReceiver()
    return () => receiver.close()
  })

  return {
    get connectionString() {
      return database.connectionString
    },
    get prisma() {
      return prisma
    },
    get make() {
      return make
    },
    get receiver() {
      return receiver
    },

    /** A process that announces and sends, and the letters that it posts. */
    open({ authSecret = AUTH_SECRET, timeoutMs = 2_000 } = {}): OpenWebhooks & { letters: Letter[] } {
      const letters: Letter[] = []
      const mail = { post: (_tx: unknown, posted: readonly Letter[]) => Promise.resolve(void letters.push(...posted)) }
      const pace = { ...PACE, timeoutMs }
      const webhooks = openWebhooks({ prisma, mail, authSecret, allowLoopback: true, logger: silentLogger, pace })
      onTestFinished(() => webhooks.close())
      return { ...webhooks, letters }
    },

    /** A plan of a collectivité, whose key has a webhook. */
    async told(scopes: ('PUBLIC' | 'LIRE' | 'LIRE_TOUT')[] = ['LIRE']) {
      const collectivite = await make.collectivite()
      const plan = await make.plan({ collectivite })
      const { apiKey, secret: bearer } = await make.apiKey({ collectivite, scopes })
      const { webhook, secret } = await make.webhook({ apiKey, url: receiver.url })
      return { collectivite, plan, apiKey, bearer, webhook, secret }
    },

    /** The event that tells nothing, to be sent at once. */
    testOf({ id: webhookId, collectiviteId }: Webhook) {
      return prisma.webhookDelivery.create({ data: { webhookId, collectiviteId, kind: 'ESSAI', body: '{}' } })
    },

    deliveriesOf({ id: webhookId }: { id: string }) {
      return prisma.webhookDelivery.findMany({ where: { webhookId }, orderBy: { createdAt: 'asc' } })
    },
  }
}
