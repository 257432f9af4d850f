import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { emptyDatabase } from '../empty-database.ts'
import { startServerProcess } from '../server-process.ts'
import { linkIn, startSmtpServer } from '../smtp-server.ts'

it('sends after a restart, once, what a killed server had promised and was sending', async () => {
  const database = await emptyDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'pupitre-kill-'))
  onTestFinished(async () => {
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  })
  // A mail server that answers the phone and says nothing.
  const mute = createServer().listen(0, '127.0.0.1')
  await once(mute, 'listening')
  const address = mute.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const env = {
    DATABASE_URL: database.connectionString,
    DATA_DIR: dataDir,
    AUTH_SECRET: 'un secret qui ne sert que dans les tests',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    DEMO: '1',
  }
  const email = 'admin.erstein@demo.pupitre.test'
  const first = await startServerProcess(env)
  const called = once(mute, 'connection')
  const asked = await fetch(`${first.url}/api/auth/request-password-reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  })
  expect(asked.status).toBe(200)
  await called
  await first.stop('SIGKILL')
  await new Promise((resolve) => mute.close(resolve))

  const smtp = await startSmtpServer({ port })
  const second = await startServerProcess(env)
  await expect.poll(() => smtp.to(email).length, { timeout: 90_000, interval: 250 }).toBe(1)
  expect(linkIn(smtp.to(email)[0]).pathname).toBe('/mot-de-passe')
  // Stopping in order finishes what is being done: nothing else was.
  expect(await second.stop('SIGTERM')).toBe(0)
  expect(smtp.to(email)).toHaveLength(1)
  await smtp.close()
}, 180_000)
