import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { PrismaClient } from '@pupitre/prisma'

const MINUTE_S = 60

export interface Limit {
  name: string
  /** Tries within the window, from the first one. */
  max: number
  windowSeconds: number
}

/** One person who mistypes: a few tries. From elsewhere the account stays open, so that nobody shuts a colleague out. */
export const ACCOUNT_FROM_NETWORK: Limit = { name: 'account from network', max: 10, windowSeconds: 15 * MINUTE_S }

/** A whole authority shares one address: only its failures count, and this is more than it makes on a Monday morning. */
export const NETWORK: Limit = { name: 'network', max: 100, windowSeconds: 15 * MINUTE_S }

/** Guesses from many places at once. */
export const ACCOUNT: Limit = { name: 'account', max: 200, windowSeconds: 60 * MINUTE_S }

/** Messages that anybody may have sent to an address. */
export const MESSAGES_TO_ADDRESS: Limit = { name: 'messages to address', max: 5, windowSeconds: 60 * MINUTE_S }

export const MESSAGES_FROM_NETWORK: Limit = { name: 'messages from network', max: 50, windowSeconds: 60 * MINUTE_S }

/** What counts a try: a limit, and whose it is. */
export interface Counter {
  limit: Limit
  of: string
}

export interface RateLimits {
  /** Counts a try on each counter; answers when to try again if one of them is past its limit, else null. */
  take(counters: readonly Counter[]): Promise<Date | null>
  /** Uncounts a try that succeeded. */
  giveBack(counters: readonly Counter[]): Promise<void>
}

/** Limits kept in the database, for all the processes of a server. Whose they are is kept as an HMAC. */
export function createRateLimits({ prisma, secret }: { prisma: PrismaClient; secret: string }): RateLimits {
  const keyOf = ({ limit, of }: Counter): string =>
    createHmac('sha256', secret).update(`rate-limit:${limit.name}:${of}`).digest('base64url')

  async function takeOne(counter: Counter): Promise<Date | null> {
    const { max, windowSeconds } = counter.limit
    // One statement counts and answers: of tries sent at once, none is missed.
    const [row] = await prisma.$queryRaw<{ count: number; expiresAt: Date }[]>`
      INSERT INTO rate_limit AS held (key, count, expires_at)
      VALUES (${keyOf(counter)}, 1, now() + make_interval(secs => ${windowSeconds}::int))
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN held.expires_at <= now() THEN 1 ELSE held.count + 1 END,
        expires_at = CASE WHEN held.expires_at <= now() THEN excluded.expires_at ELSE held.expires_at END
      RETURNING count, expires_at AS "expiresAt"`
    return row && row.count > max ? row.expiresAt : null
  }

  return {
    async take(counters) {
      await prisma.rateLimit.deleteMany({ where: { expiresAt: { lte: new Date() } } })
      const answers = await Promise.all(counters.map(takeOne))
      const refusals = answers.flatMap((until) => (until ? [until.getTime()] : []))
      return refusals.length > 0 ? new Date(Math.max(...refusals)) : null
    },
    async giveBack(counters) {
      await prisma.rateLimit.updateMany({
        where: { key: { in: counters.map(keyOf) }, count: { gt: 0 } },
        data: { count: { decrement: 1 } },
      })
    },
  }
}

/** What an address is counted by: of IPv6 the first 64 bits, which one subscriber holds whole. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip
  const [head = '', tail] = ip.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
