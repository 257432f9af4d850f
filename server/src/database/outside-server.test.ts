import { createServer } from 'node:net'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/test-database.ts'
import { DatabaseError, type DatabaseErrorCode } from './database-error.ts'
import { checkOutsideServer, unsuitable } from './outside-server.ts'

describe('an outside PostgreSQL', () => {
  const { connectionString } = testDatabase()

  it('is accepted when it is reachable, recent, UTF-8 and writable', async () => {
    await expect(checkOutsideServer(connectionString)).resolves.toBeUndefined()
  })

  it('is refused with its address but not its password when the password is wrong', async () => {
    await refused(changed({ password: 'tres-secret' }), 'DATABASE_REFUSED', 'mot de passe')
  })

  it('is refused when the database does not exist', async () => {
    await refused(changed({ pathname: '/absente' }), 'DATABASE_REFUSED', 'n’existe pas')
  })

  it('is refused when nothing listens', async () => {
    await refused(changed({ port: '1' }), 'DATABASE_UNREACHABLE', 'ECONNREFUSED')
  })

  it('is refused when something else than PostgreSQL listens', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    await refused(changed({ port }), 'DATABASE_UNREACHABLE', '127.0.0.1')
    other.close()
  })

  it('is refused when the address cannot be read', async () => {
    await refused('le serveur du bureau', 'DATABASE_URL_INVALID', 'DATABASE_URL')
  })

  it.each([
    ['an older version', { version: 140_012, name: '14.12' }, '14.12'],
    ['another encoding', { encoding: 'LATIN1' }, 'LATIN1'],
    ['no right to make tables', { writable: false }, 'tables'],
  ])('does not suit with %s', (_what, flaw, named) => {
    expect(unsuitable({ ...SUITABLE, ...flaw })).toContain(named)
  })

  it('suits from version 15 on', () => {
    expect(unsuitable(SUITABLE)).toBeNull()
  })

  function changed(parts: Partial<Pick<URL, 'password' | 'pathname' | 'port'>>): string {
    return Object.assign(new URL(connectionString), parts).href
  }

  async function refused(url: string, code: DatabaseErrorCode, named: string): Promise<void> {
    const error: unknown = await checkOutsideServer(url).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error).toMatchObject({ code, message: expect.stringContaining(named) })
    expect(String(error)).not.toContain('tres-secret')
  }
})

const SUITABLE = { version: 150_000, name: '15.0', encoding: 'UTF8', writable: true }
