import { randomUUID } from 'node:crypto'
import { DEMO_EMAIL_DOMAIN } from '@pupitre/prisma/demo'
import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/test-database.ts'
import { createAuth } from './create-auth.ts'
import { endDemoSessions, isDemoAddress } from './demo-accounts.ts'
import { createUserWithPassword } from './users.ts'

const { prisma } = testDatabase()
const PUBLIC_URL = 'http://127.0.0.1:4000'
const PASSWORD = 'un mot de passe de test'

function signIn({ email, demo }: { email: string; demo: boolean }): Promise<Response> {
  const config = { publicUrl: PUBLIC_URL, authSecret: 'un secret qui ne sert que dans les tests', demo }
  return createAuth({ prisma, config, logger: fastify().log }).handler(
    new Request(`${PUBLIC_URL}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
      body: JSON.stringify({ email, password: PASSWORD }),
    }),
  )
}

async function someone(domain: string): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@${domain}`
  return createUserWithPassword({ tx: prisma, name: 'Quelqu’un', email, password: PASSWORD })
}

describe('accounts of the demonstration', () => {
  it('sign in while the demonstration is on', async () => {
    const { email } = await someone(DEMO_EMAIL_DOMAIN)
    expect((await signIn({ email, demo: true })).status).toBe(200)
  })

  it('are refused as a wrong password is when it is off, however the address is spelled', async () => {
    const { email } = await someone(DEMO_EMAIL_DOMAIN)
    const wrong = await signIn({ email: 'personne@exemple.fr', demo: false })
    for (const spelled of [email, email.toUpperCase(), ` ${email} `]) {
      const refused = await signIn({ email: spelled, demo: false })
      expect(refused.status).not.toBe(200)
      expect(refused.headers.getSetCookie()).toEqual([])
    }
    const refused = await signIn({ email, demo: false })
    expect([refused.status, await refused.json()]).toEqual([wrong.status, await wrong.json()])
  })

  it('leave everyone else alone', async () => {
    const { email } = await someone('exemple.fr')
    expect((await signIn({ email, demo: false })).status).toBe(200)
    expect(isDemoAddress(`quelqu.un@autre-${DEMO_EMAIL_DOMAIN}`)).toBe(false)
  })

  it('are signed out when the demonstration goes off', async () => {
    const [shown, other] = await Promise.all([someone(DEMO_EMAIL_DOMAIN), someone('exemple.fr')])
    await signIn({ email: shown.email, demo: true })
    await signIn({ email: other.email, demo: true })
    await endDemoSessions(prisma)
    expect(await prisma.session.count({ where: { userId: shown.id } })).toBe(0)
    expect(await prisma.session.count({ where: { userId: other.id } })).toBe(1)
  })
})
