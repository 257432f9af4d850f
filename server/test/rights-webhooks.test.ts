import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

const WHO = ['anonyme', 'autre collectivité', 'lecteur', 'contributeur', 'éditeur', 'admin'] as const
type Who = (typeof WHO)[number]

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)
const SECRET = `zinnia${Math.random().toString(36).slice(2)}`

let app: GraphqlApp
let cookies: Record<Who, string | null>
let collectivite: Awaited<ReturnType<typeof make.collectivite>>

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  collectivite = await make.collectivite()
  const asker = async (membre: Parameters<typeof make.membre>[0]) => app.signIn((await make.membre(membre)).user)
  cookies = {
    anonyme: null,
    'autre collectivité': await asker({ role: 'ADMIN' }),
    lecteur: await asker({ collectivite, role: 'LECTEUR' }),
    contributeur: await asker({ collectivite, role: 'CONTRIBUTEUR' }),
    éditeur: await asker({ collectivite, role: 'EDITEUR' }),
    admin: await asker({ collectivite, role: 'ADMIN' }),
  }
})
afterAll(() => app.close())

/** A webhook of a key of its own, with what it was sent. */
async function newWebhook() {
  const { apiKey, secret } = await make.apiKey({ collectivite })
  const { webhook } = await make.webhook({ apiKey, url: `https://exemple.fr/${SECRET}` })
  const delivery = await prisma.webhookDelivery.create({
    data: {
      webhookId: webhook.id,
      collectiviteId: collectivite.id,
      kind: 'CHANGEMENTS',
      body: JSON.stringify(SECRET),
      answer: SECRET,
      status: 'LIVREE',
      nextAttemptAt: null,
    },
  })
  return {
    bearer: secret,
    apiKeyId: encodeGlobalID('ApiKey', apiKey.id),
    webhookId: encodeGlobalID('Webhook', webhook.id),
    deliveryId: encodeGlobalID('WebhookDelivery', delivery.id),
  }
}

const removeKeys = () => prisma.apiKey.deleteMany({ where: { collectiviteId: collectivite.id } })

const DELIVERIES = 'deliveries(first: 5) { edges { node { body answer } } }'

const reads = ({ webhookId, deliveryId }: { webhookId: string; deliveryId: string }) => [
  `{ collectivite(siren: "${collectivite.siren}") { webhooks { url } } }`,
  `{ collectivite(siren: "${collectivite.siren}") { webhooks { ${DELIVERIES} } } }`,
  `{ node(id: "${webhookId}") { ... on Webhook { url apiKey { nom } } } }`,
  `{ node(id: "${webhookId}") { ... on Webhook { ${DELIVERIES} } } }`,
  `{ node(id: "${deliveryId}") { ... on WebhookDelivery { body answer } } }`,
]

describe('rights matrix: webhooks', () => {
  it.each(WHO)('are shown, with what they were sent, to the admins alone: %s', async (who) => {
    for (const query of reads(await newWebhook())) {
      const { data, errors } = await app.query({ query, cookie: cookies[who] })
      expect(errors).toEqual([])
      expect(JSON.stringify(data).includes(SECRET)).toBe(who === 'admin')
    }
    await removeKeys()
  })

  it('are not in what keys are shown, not even to theirs', async () => {
    const { bearer, ...ids } = await newWebhook()
    for (const query of reads(ids)) {
      const { data, errors } = await app.query({ query, apiKey: bearer })
      expect(JSON.stringify({ data, errors })).not.toContain(SECRET)
      expect(errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED')
    }
    await removeKeys()
  })

  type Ids = Awaited<ReturnType<typeof newWebhook>>
  const WRITES = {
    createWebhook: {
      mutation: ({ apiKeyId }: Ids) => `createWebhook(input: { apiKeyId: "${apiKeyId}", url: "https://exemple.fr" })`,
      absent: 'API_KEY_NOT_FOUND',
    },
    updateWebhook: {
      mutation: ({ webhookId }: Ids) => `updateWebhook(input: { webhookId: "${webhookId}", isActive: false })`,
      absent: 'WEBHOOK_NOT_FOUND',
    },
    rotateWebhookSecret: {
      mutation: ({ webhookId }: Ids) => `rotateWebhookSecret(input: { webhookId: "${webhookId}" })`,
      absent: 'WEBHOOK_NOT_FOUND',
    },
    testWebhook: {
      mutation: ({ webhookId }: Ids) => `testWebhook(input: { webhookId: "${webhookId}" })`,
      absent: 'WEBHOOK_NOT_FOUND',
    },
    redeliverWebhook: {
      mutation: ({ deliveryId }: Ids) => `redeliverWebhook(input: { deliveryId: "${deliveryId}" })`,
      absent: 'WEBHOOK_DELIVERY_NOT_FOUND',
    },
    deleteWebhook: {
      mutation: ({ webhookId }: Ids) => `deleteWebhook(input: { webhookId: "${webhookId}" })`,
      absent: 'WEBHOOK_NOT_FOUND',
    },
  }
  for (const [name, { mutation, absent }] of Object.entries(WRITES)) {
    it.each(WHO)(`are for the admins to change, by ${name}: %s`, async (who) => {
      const query = `mutation { answer: ${mutation(await newWebhook())} { __typename ... on Error { code } } }`
      const { data, errors } = await app.query({ query, cookie: cookies[who] })
      expect(errors).toEqual([])
      const success = `${name.charAt(0).toUpperCase()}${name.slice(1)}Success`
      const refused = { answer: { __typename: 'NotFoundError', code: absent } }
      expect(data).toEqual(who === 'admin' ? { answer: { __typename: success } } : refused)
      await removeKeys()
    })
  }
})
