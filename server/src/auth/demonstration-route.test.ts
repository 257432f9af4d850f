import { randomUUID } from 'node:crypto'
import { DEMO_EMAIL_DOMAIN, DEMO_PASSWORD } from '@pupitre/prisma/demo'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createFactories } from '../../test/factories.ts'
import { testDatabase } from '../../test/test-database.ts'
import { registerDemonstrationRoute } from './demonstration-route.ts'

const { prisma } = testDatabase()
const make = createFactories(prisma)

const answerSchema = z.object({
  demonstration: z
    .object({
      password: z.string(),
      accounts: z.array(z.object({ email: z.string(), nom: z.string(), role: z.string(), collectivite: z.string() })),
    })
    .nullable(),
})

async function told({ demo }: { demo: boolean }): Promise<z.infer<typeof answerSchema>['demonstration']> {
  const fastify = Fastify()
  registerDemonstrationRoute(fastify, { prisma, demo })
  const response = await fastify.inject({ url: '/api/demonstration' })
  expect(response.headers['cache-control']).toBe('no-store')
  return answerSchema.parse(response.json()).demonstration
}

/** A collectivité with two people of the demonstration, and one who is not. */
async function demonstrated() {
  const collectivite = await make.collectivite()
  const [lecteur, admin, other] = [
    await make.membre({ collectivite, role: 'LECTEUR' }),
    await make.membre({ collectivite, role: 'ADMIN' }),
    await make.membre({ collectivite, role: 'EDITEUR' }),
  ]
  for (const { user } of [lecteur, admin]) {
    await prisma.user.update({ where: { id: user.id }, data: { email: `${randomUUID()}@${DEMO_EMAIL_DOMAIN}` } })
  }
  return { collectivite, lecteur, admin, other }
}

describe('what is told of the demonstration before sign-in', () => {
  it('is its accounts, whoever may do the most first, and nobody else', async () => {
    const { collectivite, lecteur, admin, other } = await demonstrated()
    const demonstration = await told({ demo: true })
    expect(demonstration?.password).toBe(DEMO_PASSWORD)
    expect(demonstration?.accounts.map(({ email }) => email)).not.toContain(other.user.email)
    expect(demonstration?.accounts.filter((account) => account.collectivite === collectivite.nom)).toMatchObject([
      { nom: admin.user.name, role: 'ADMIN' },
      { nom: lecteur.user.name, role: 'LECTEUR' },
    ])
  })

  it('is nothing when it is off', async () => {
    await demonstrated()
    expect(await told({ demo: false })).toBeNull()
  })
})
