import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ServerProcess, startServerProcess } from '../server-process.ts'

const COMMAND = join(import.meta.dirname, '../../src/cli/create-collectivite.ts')
const OPTIONS = ['--siren', '200068229', '--admin-email', 'anne.dupont@example.fr']
const PASSWORD = 'une phrase assez longue'

describe('npm run create-collectivite', () => {
  let dataDir: string
  let server: ServerProcess | null = null

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'pupitre-create-'))
  })
  afterEach(async () => {
    await server?.stop('SIGTERM')
    server = null
    await rm(dataDir, { recursive: true, force: true })
  })

  it('prints a link with which the admin chooses a password and signs in, while the server runs', async () => {
    server = await startServerProcess({ DATA_DIR: dataDir })
    const link = await create()
    expect(link.origin).toBe(server.url)
    expect(await post('/api/auth/reset-password', { token: tokenOf(link), newPassword: PASSWORD })).toBe(200)
    expect(await signIn()).toBe(200)
  })

  it('works before the server ever ran, and its link works once it does', async () => {
    const link = await create()
    server = await startServerProcess({ DATA_DIR: dataDir })
    expect(await post('/api/auth/reset-password', { token: tokenOf(link), newPassword: PASSWORD })).toBe(200)
    expect(await post('/api/auth/reset-password', { token: tokenOf(link), newPassword: 'une autre phrase' })).toBe(400)
    expect(await signIn()).toBe(200)
  })

  it('refuses an unknown option in one sentence, and creates nothing', async () => {
    const { code, stderr } = await run([...OPTIONS, '--admin', 'x'])
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  async function create(): Promise<URL> {
    const { code, stdout, stderr } = await run(OPTIONS)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('CC des Baronnies en Drôme Provençale')
    return new URL(stdout.trim().split('\n').at(-1) ?? '')
  }

  function run(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise((resolve) => {
      const env = { PATH: process.env.PATH, DATA_DIR: dataDir }
      const child = execFile(process.execPath, [COMMAND, ...args], { env }, (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? 1, stdout, stderr })
      })
    })
  }

  function tokenOf(link: URL): string {
    return link.searchParams.get('token') ?? ''
  }

  function signIn(): Promise<number> {
    return post('/api/auth/sign-in/email', { email: 'anne.dupont@example.fr', password: PASSWORD })
  }

  async function post(path: string, body: Record<string, string>): Promise<number> {
    const url = server?.url ?? ''
    const headers = { 'content-type': 'application/json', origin: url }
    return (await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status
  }
})
