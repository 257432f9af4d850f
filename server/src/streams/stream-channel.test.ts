import { createServer } from 'node:http'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { StreamHub } from './stream-hub.ts'
import { StreamPage } from './testing/stream-page.ts'

async function open() {
  const hub = new StreamHub()
  const http = createServer((_request, response) => void hub.open(response))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(() => void http.close())
  const address = http.address()
  const page = new StreamPage(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
  onTestFinished(() => page.leave())
  await page.open()
  await expect.poll(() => page.name).not.toBe('')
  const found = hub.find(page.name)
  if (!('channel' in found)) throw new Error('the stream has a name')
  return { hub, page, channel: found.channel }
}

test('[S92] a page that answers each ping is kept, one that does not is hung up on', async () => {
  const { hub, page, channel } = await open()
  channel.ping()
  await expect.poll(() => page.pings).toBe(1)
  hub.take({ id: page.name, number: 1, body: new Uint8Array() })
  channel.ping()
  await expect.poll(() => page.pings).toBe(2)
  expect(page.isOver).toBe(false)
  channel.ping()
  await expect.poll(() => page.isOver).toBe(true)
  await expect.poll(() => hub.size).toBe(0)
})

test('tells of the end of a stream once, even to who begins to listen after it', async () => {
  const { page, channel } = await open()
  let ends = 0
  const listener = { onMessage: () => undefined, onGarbage: () => undefined, onEnd: () => (ends += 1) }
  channel.listen(listener)
  page.leave()
  await expect.poll(() => ends).toBe(1)
  channel.close(1000, '')
  channel.listen(listener)
  expect(ends).toBe(2)
})
