import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const SECRET = 'a'.repeat(32)
const OUTSIDE = 'postgresql://pupitre:secret@db.example:5432/pupitre'

describe('the configuration', () => {
  it('needs nothing on a fresh clone', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataDir: resolve(import.meta.dirname, '../../data'),
      databaseUrl: null,
      redisUrl: null,
      publicUrl: null,
      trustProxy: false,
      authSecret: null,
      smtpUrl: null,
      mailFrom: null,
      supportEmail: null,
      webhooksLoopback: false,
      journalYears: 10,
      logLevel: 'info',
      pointsPerMinute: 1_500_000,
      demo: true,
    })
  })

  it('takes an empty value for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(readConfig({}))
  })

  it.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65_535 }],
    ['DATA_DIR', '/srv/pupitre/', { dataDir: '/srv/pupitre' }],
    ['PUBLIC_URL', 'https://pupitre.example.fr/', { publicUrl: 'https://pupitre.example.fr' }],
    ['TRUST_PROXY', '1', { trustProxy: true }],
    ['TRUST_PROXY', '10.0.0.0/8, 192.168.1.1', { trustProxy: ['10.0.0.0/8', '192.168.1.1'] }],
    ['TRUST_PROXY', '::1,fd00::/8', { trustProxy: ['::1', 'fd00::/8'] }],
    ['AUTH_SECRET', SECRET, { authSecret: SECRET }],
    ['WEBHOOKS_LOOPBACK', '1', { webhooksLoopback: true }],
    ['JOURNAL_YEARS', '1', { journalYears: 1 }],
    ['JOURNAL_YEARS', '99', { journalYears: 99 }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['API_POINTS_PER_MINUTE', '0', { pointsPerMinute: null }],
    ['API_POINTS_PER_MINUTE', '100000', { pointsPerMinute: 100_000 }],
    ['DEMO', '0', { demo: false }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0', demo: false }],
    ['HOST', '::1', { demo: true }],
  ])('reads %s=%s', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected)
  })

  it('leaves the demo off with an outside database, unless asked', () => {
    const env = { DATABASE_URL: OUTSIDE, AUTH_SECRET: SECRET }
    expect(readConfig(env).demo).toBe(false)
    expect(readConfig({ ...env, DEMO: '1' }).demo).toBe(true)
  })

  it.each([
    ['PORT', '65536'],
    ['JOURNAL_YEARS', '0'],
    ['JOURNAL_YEARS', '100'],
    ['JOURNAL_YEARS', 'toujours'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['API_POINTS_PER_MINUTE', '99999'],
    ['API_POINTS_PER_MINUTE', 'beaucoup'],
    ['DATABASE_URL', 'mysql://db.example/pupitre'],
    ['DATABASE_URL', 'db.example:5432'],
    ['PUBLIC_URL', 'pupitre.example.fr'],
    ['AUTH_SECRET', 'a'.repeat(31)],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'verbose'],
    ['TRUST_PROXY', 'proxy.example.fr'],
    ['TRUST_PROXY', '10.0.0.0/8, 300.1.1.1'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['TRUST_PROXY', '10.0.0.1,'],
  ])('refuses %s=%s, naming it', (name, value) => {
    expect(problems({ AUTH_SECRET: SECRET, [name]: value })).toEqual([expect.stringMatching(`^${name} : `)])
  })

  it('asks for AUTH_SECRET with an outside database', () => {
    expect(problems({ DATABASE_URL: OUTSIDE })).toEqual([expect.stringMatching('^AUTH_SECRET : ')])
  })

  it('tells every problem at once', () => {
    const names = problems({ PORT: 'x', DEMO: '2', DATABASE_URL: OUTSIDE }).map((problem) => problem.split(' ')[0])
    expect(new Set(names)).toEqual(new Set(['AUTH_SECRET', 'DEMO', 'PORT']))
  })

  it('never repeats a refused secret', () => {
    expect(problems({ AUTH_SECRET: 'motdepasse', DATABASE_URL: 'mysql://u:motdepasse@h/b' }).join()).not.toContain(
      'motdepasse',
    )
  })

  function problems(env: Record<string, string>): readonly string[] {
    try {
      readConfig(env)
    } catch (error) {
      if (error instanceof ConfigError) return error.problems
      throw error
    }
    return []
  }
})
