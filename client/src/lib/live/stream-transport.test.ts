import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { decodeBatch, encodeNamedEvent, NUMBER_HEADER, POST_STATUS } from '@pupitre/document'
import { afterEach, expect, test, vi } from 'vitest'
import type { Clock } from '../reconnection/clock.ts'
import { MAX_ELSEWHERE, openStream } from './stream-transport.ts'
import { BROKEN, type Transport } from './transport.ts'

const FRAME = new Uint8Array([1, 2, 3])
const closing: (() => void)[] = []

afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A stream whose POSTs are answered by `answer`: a status, or null for a connection that breaks without one. */
async function open(answer: (numberOfPost: number) => number | null) {
  const posts: { number: string; frames: Uint8Array[] }[] = []
  const server = createServer((request, response) => {
    void serve(request, response)
  })
  async function serve(request: IncomingMessage, response: ServerResponse) {
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(encodeNamedEvent('open', 'its-name'))
      return
    }
    const frames = decodeBatch(await buffer(request))
    posts.push({ number: String(request.headers[NUMBER_HEADER]), frames })
    const status = answer(posts.length)
    if (status === null) request.socket.destroy()
    else response.writeHead(status).end()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it listens on a port')
  const pauses: number[] = []
  const clock: Clock = {
    now: () => 0,
    after: (delayMs, task) => {
      pauses.push(delayMs)
      queueMicrotask(task)
      return () => {}
    },
  }
  const onEnd = vi.fn<(ending: { code: number }) => void>()
  const transport = await new Promise<Transport>((resolve) => {
    const opened = openStream(
      `http://127.0.0.1:${address.port}/sync/fiche/x`,
      { onOpen: () => resolve(opened), onFrame: () => {}, onEnd },
      clock,
    )
  })
  closing.push(() => {
    transport.close()
    server.closeAllConnections()
    server.close()
  })
  return { transport, posts, pauses, onEnd }
}

test('[S94] repeats a POST whose answer was lost, under its number, until it is taken', async () => {
  const { transport, posts, onEnd } = await open((count) => (count <= 3 ? null : POST_STATUS.taken))
  transport.send(FRAME)
  await expect.poll(() => posts.length).toBe(4)
  transport.send(FRAME)
  await expect.poll(() => posts.length).toBe(5)
  expect(posts.map(({ number }) => number)).toEqual(['1', '1', '1', '1', '2'])
  expect(posts.map(({ frames }) => frames.map((frame) => [...frame]))).toEqual(posts.map(() => [[...FRAME]]))
  expect(onEnd).not.toHaveBeenCalled()
})

test('[S94] gives the connection up when a POST is not taken for some ten seconds', async () => {
  const { transport, posts, pauses, onEnd } = await open(() => 502)
  transport.send(FRAME)
  await expect.poll(() => onEnd.mock.calls).toEqual([[{ code: BROKEN, reason: '' }]])
  const waited = pauses.reduce((total, pause) => total + pause, 0)
  expect(waited).toBeGreaterThan(8_000)
  expect(waited).toBeLessThan(12_000)
  expect(new Set(posts.map(({ number }) => number))).toEqual(new Set(['1']))
})

test.each([POST_STATUS.gone, POST_STATUS.outOfOrder])('gives the connection up at once on %d', async (status) => {
  const { transport, posts, onEnd } = await open(() => status)
  transport.send(FRAME)
  await expect.poll(() => onEnd.mock.calls).toEqual([[{ code: BROKEN, reason: '' }]])
  expect(posts).toHaveLength(1)
})

/** The standard of fetch has each 421 tried once more, on a connection of its own. */
const MOST_ELSEWHERE = 2 * (MAX_ELSEWHERE + 1)

test('[S115] sends a POST again, under its number and without a pause, while other servers answer', async () => {
  const { transport, posts, pauses, onEnd } = await open((count) =>
    count < MOST_ELSEWHERE ? POST_STATUS.elsewhere : POST_STATUS.taken,
  )
  transport.send(FRAME)
  await expect.poll(() => posts.length).toBe(MOST_ELSEWHERE)
  transport.send(FRAME)
  await expect.poll(() => posts.at(-1)?.number).toBe('2')
  expect(pauses).toEqual([])
  expect(onEnd).not.toHaveBeenCalled()
})

test('[S115] gives the connection up when no server has its stream', async () => {
  const { transport, posts, onEnd } = await open(() => POST_STATUS.elsewhere)
  transport.send(FRAME)
  await expect.poll(() => onEnd.mock.calls).toEqual([[{ code: BROKEN, reason: '' }]])
  expect(posts).toHaveLength(MOST_ELSEWHERE)
})
