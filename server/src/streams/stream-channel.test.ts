import { createServer, request } from 'node:http'
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

test('[S116] says when a page that does not read has taken what was sent, or is gone', async () => {
  const hub = new StreamHub()
  const { promise: opened, resolve } = Promise.withResolvers<ReturnType<StreamHub['open']>>()
  const http = createServer((_request, response) => resolve(hub.open(response)))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(() => void http.close())
  const address = http.address()
  const page = request({ port: typeof address === 'object' && address ? address.port : 0 }).end()
  const [answer] = await once(page, 'response')
  const channel = await opened
  await channel.drained()

  // More than the network holds by itself.
  const fill = () => channel.send(new Uint8Array(16 * 1024 * 1024))
  let isDrained = false
  fill()
  const taken = channel.drained().then(() => (isDrained = true))
  await once(answer, 'readable')
  expect([isDrained, channel.bufferedBytes > 0]).toEqual([false, true])
  answer.resume()
  await taken
  expect(channel.bufferedBytes).toBe(0)

  answer.pause()
  fill()
  const left = channel.drained()
  page.destroy()
  await left
})
