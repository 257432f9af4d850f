import { chmod, chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cloneInto, type Clone } from './clone.ts'
import { npmStart, type Started } from './npm-start.ts'

const LATER_START_LIMIT_MS = 15_000

const isRoot = process.getuid?.() === 0
const myself = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }

// An account that exists everywhere and owns nothing.
const NOBODY = { uid: 65_534, gid: 65_534 }

describe.each([
  { who: 'root, in a private folder of its home', runs: isRoot, user: undefined, parent: homedir() },
  { who: 'an ordinary user', runs: true, user: isRoot ? NOBODY : undefined, parent: tmpdir() },
])('npm start as $who', ({ runs, user, parent }) => {
  let clone: Clone
  let home: string
  let running: Started | undefined

  beforeAll(async () => {
    if (!runs) return
    clone = await cloneInto(parent, user ?? myself)
    await chmod(clone.folder, 0o700)
    home = await mkdtemp(join(tmpdir(), 'pupitre-home-'))
    if (user) await chown(home, user.uid, user.gid)
  })
  afterEach(async () => {
    await running?.ctrlC()
    running = undefined
  })
  afterAll(async () => {
    if (!runs) return
    await clone.remove()
    await rm(home, { recursive: true, force: true })
  })

  it.skipIf(!runs)('serves the demo, keeps all data, and is back in 15 seconds, without LANG', async () => {
    const first = await start()
    const cookie = await signIn(first.url)
    await stop(first)
    expect(await isDatabaseRunning()).toBe(false)

    const second = await start()
    expect(second.startMs).toBeLessThan(LATER_START_LIMIT_MS)
    const session = await fetch(`${second.url}/api/auth/get-session`, { headers: { cookie } })
    expect(await session.json()).toMatchObject({ user: { email: 'editeur.blois@demo.pupitre.test' } })
    expect((await fetch(second.url)).headers.get('content-type')).toContain('text/html')
  })

  it.skipIf(!runs)('stops server and database when npm alone is killed', async () => {
    const { url, killNpm } = await start()
    running = undefined
    killNpm()
    await expect
      .poll(
        () =>
          fetch(url).then(
            ({ status }) => status,
            () => 'gone',
          ),
        WAIT,
      )
      .toBe('gone')
    await expect.poll(isDatabaseRunning, WAIT).toBe(false)
  })

  async function start(): Promise<Started> {
    running = await npmStart({ folder: clone.folder, home, ...(user && { user }) })
    return running
  }

  async function stop(started: Started): Promise<void> {
    running = undefined
    await started.ctrlC()
  }

  async function isDatabaseRunning(): Promise<boolean> {
    const file = join(clone.folder, 'data/postgres/cluster/postmaster.pid')
    return readFile(file).then(
      () => true,
      () => false,
    )
  }
})

const WAIT = { timeout: 20_000, interval: 100 }

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'editeur.blois@demo.pupitre.test', password: 'demonstration' }),
  })
  expect(response.status).toBe(200)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
