import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeAck, encodeUpdate } from '@pupitre/document'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { TICKET_LIFETIME_MS } from '../src/auth/sync-tickets.ts'
import * as redisLimits from '../src/bus/redis-limits.ts'
import * as limits from '../src/sync/limits.ts'

const ROOT = join(import.meta.dirname, '../..')
const spec = readFileSync(join(ROOT, 'docs/sync-spec.md'), 'utf8')

test('gives each behaviour one number', () => {
  const given = [...spec.matchAll(/\*\*\[(S\d+)\]\*\*/g)].map(([, number]) => number)
  expect(given.length).toBeGreaterThan(90)
  expect(given.filter((number, index) => given.indexOf(number) !== index)).toEqual([])
})

test('has a test that carries each number', () => {
  const given = [...spec.matchAll(/\*\*\[(S\d+)\]\*\*/g)].map(([, number = '']) => number)
  const tests = globSync('{document,server,client,e2e}/**/*.{test,spec}.{ts,tsx}', {
    cwd: ROOT,
    exclude: (path) => path.includes('node_modules'),
  })
  const carried = new Set(
    tests.flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\[(S\d+)\]/g)].map(([, n]) => n)),
  )
  expect(given.filter((number) => !carried.has(number))).toEqual([])
})

test('tells every limit as it is', () => {
  const told = Object.fromEntries(
    [...spec.matchAll(/^\| `([A-Z_0-9]+)` \| ([^|]+) \|/gm)].map(([, name = '', value = '']) => [name, value.trim()]),
  )
  const known = Object.entries({ ...limits, ...redisLimits, TICKET_LIFETIME_MS })
  expect(told).toEqual(Object.fromEntries(known.map(([name, value]) => [name, written(name, value)])))
})

test('shows frames as they are', () => {
  const doc = new Y.Doc()
  doc.clientID = 7
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  doc.getText('description').insert(0, 'a')
  const frames = [encodeUpdate(updates[0] ?? new Uint8Array()), encodeAck(5)]
  for (const frame of frames) expect(spec).toContain(`\`${Buffer.from(frame).toString('hex')}\``)
})

function written(name: string, value: number): string {
  if (name.includes('_MS')) return value >= 1_000 ? `${value / 1_000} s` : `${value} ms`
  if (!name.includes('BYTE')) return value.toLocaleString('en')
  return value >= 1024 * 1024 ? `${value / 1024 / 1024} MiB` : `${value / 1024} KiB`
}
