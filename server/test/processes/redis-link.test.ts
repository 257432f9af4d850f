import { describe, expect, it, onTestFinished } from 'vitest'
import { openPeerLink } from '../../src/bus/open-peer-link.ts'
import type { PeerLink } from '../../src/bus/peer-link.ts'
import { MAX_UNSENT_BYTES } from '../../src/bus/redis-limits.ts'
import { systemClock } from '../../src/sync/clock.ts'
import { startRedis } from '../real-redis.ts'
import { silentLogger } from '../silent-logger.ts'
import { isRedisMissing } from './scene.ts'

const SECRET = 's'.repeat(32)
/** A process that says nothing is given up after 3.5 s, and looked for once a second. */
const GIVEN_UP_MS = 8_000

interface Listening {
  link: PeerLink
  heard: string[]
  missed: number
  here: string[]
  gone: string[]
}

async function open(url: string, secret = SECRET): Promise<Listening> {
  const link = await openPeerLink({ redisUrl: url, secret, clock: systemClock, logger: silentLogger })
  if (!link) throw new Error('a link')
  onTestFinished(() => link.close())
  const listening: Listening = { link, heard: [], missed: 0, here: [], gone: [] }
  link.onMessage(({ topic, body }) => listening.heard.push(`${topic} ${Buffer.from(body).toString().slice(0, 20)}`))
  link.onMissed(() => (listening.missed += 1))
  link.onPeerHere((peer) => listening.here.push(peer))
  link.onPeerGone((peer) => listening.gone.push(peer))
  await expect.poll(() => link.isReachable).toBe(true)
  return listening
}

async function redisForTest() {
  const redis = await startRedis()
  onTestFinished(() => redis.stop())
  return redis
}

const text = (words: string) => Buffer.from(words)

it('without REDIS_URL there is no link, and nothing of Redis is loaded', async () => {
  expect(await openPeerLink({ redisUrl: null, secret: SECRET, clock: systemClock, logger: silentLogger })).toBeNull()
})

describe.skipIf(isRedisMissing)('the link between processes, with a real Redis', () => {
  it('is heard by the others and not by oneself, in order', async () => {
    const { url } = await redisForTest()
    const [a, b] = [await open(url), await open(url)]
    await expect.poll(() => [a.here.length, b.here.length]).toEqual([1, 1])
    for (let i = 0; i < 3; i++) a.link.send('documents', text(`édition ${i}`))
    b.link.send('changes', text('droits'))
    await expect.poll(() => b.heard).toEqual(['documents édition 0', 'documents édition 1', 'documents édition 2'])
    await expect.poll(() => a.heard).toEqual(['changes droits'])
  })

  it('is not heard by another Pupitre on the same Redis', async () => {
    const { url } = await redisForTest()
    const [a, b, stranger] = [await open(url), await open(url), await open(url, 'x'.repeat(32))]
    a.link.send('documents', text('chez nous'))
    await expect.poll(() => b.heard).toHaveLength(1)
    expect(stranger.heard).toEqual([])
    expect(stranger.here).toEqual([])
  })

  it('says at once that a process has left', async () => {
    const { url } = await redisForTest()
    const [a, b] = [await open(url), await open(url)]
    await expect.poll(() => b.here).toHaveLength(1)
    await a.link.close()
    await expect.poll(() => b.gone).toEqual(b.here)
  })

  it('knows that Redis is away, and when it is back that something may have been missed', async () => {
    const redis = await redisForTest()
    const [a, b] = [await open(redis.url), await open(redis.url)]
    await redis.kill()
    await expect.poll(() => [a.link.isReachable, b.link.isReachable], { timeout: GIVEN_UP_MS }).toEqual([false, false])
    expect(a.link.unheardMs).toBeGreaterThan(0)
    const before = b.missed
    a.link.send('documents', text('perdu'))
    await redis.start()
    await expect.poll(() => [a.link.isReachable, b.link.isReachable], { timeout: GIVEN_UP_MS }).toEqual([true, true])
    expect(a.link.unheardMs).toBe(0)
    await expect.poll(() => b.missed).toBeGreaterThan(before)
    a.link.send('documents', text('de retour'))
    await expect.poll(() => b.heard).toContain('documents de retour')
    expect(b.heard).not.toContain('documents perdu')
  })

  it('keeps a bounded amount for a Redis that stalls, and tells the others that it dropped the rest', async () => {
    const redis = await redisForTest()
    const [a, b] = [await open(redis.url), await open(redis.url)]
    const message = Buffer.alloc(64 * 1024, 'x')
    redis.pause()
    const before = b.missed
    for (let sent = 0; sent < 3 * MAX_UNSENT_BYTES; sent += message.length) a.link.send('documents', message)
    redis.resume()
    await expect.poll(() => b.missed, { timeout: GIVEN_UP_MS }).toBeGreaterThan(before)
    expect(b.heard.length * message.length).toBeLessThanOrEqual(MAX_UNSENT_BYTES)
    a.link.send('documents', text('ensuite'))
    await expect.poll(() => b.heard).toContain('documents ensuite')
  })
})
