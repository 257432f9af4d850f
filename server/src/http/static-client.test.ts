import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { expect, test as base } from 'vitest'
import { addStaticClient } from './static-client.ts'

const SCRIPT = 'export const pupitre = 1\n'.repeat(100)

const it = base.extend('app', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'pupitre-static-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'assets/page.js'), SCRIPT)
  await writeFile(join(folder, 'assets/page.js.br'), brotliCompressSync(SCRIPT))
  await writeFile(join(folder, 'assets/page.js.gz'), gzipSync(SCRIPT))
  const app = Fastify()
  await addStaticClient(app, { folder })
  onCleanup(async () => {
    await app.close()
    await rm(folder, { recursive: true })
  })
  return app
})

it.for([
  ['br, gzip', 'br', (body: Buffer) => brotliDecompressSync(body)],
  ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
  ['identity', undefined, (body: Buffer) => body],
] as const)(
  'sends a file as the build compressed it, to who accepts %s',
  async ([accepted, encoding, read], { app }) => {
    const { headers, rawPayload } = await app.inject({
      url: '/assets/page.js',
      headers: { 'accept-encoding': accepted },
    })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers.vary).toMatch(/accept-encoding/i)
    expect(read(rawPayload).toString()).toBe(SCRIPT)
  },
)

it('sends the page of any address, one that was not compressed as it is', async ({ app }) => {
  const { statusCode, headers, body } = await app.inject({ url: '/plans/x', headers: { 'accept-encoding': 'br' } })
  expect([statusCode, headers['content-encoding'], body]).toEqual([200, undefined, '<!doctype html>'])
})
