import { createHmac } from 'node:crypto'
import type { Clock } from '../sync/clock.ts'
import type { SyncLogger } from '../sync/logger.ts'
import type { PeerLink } from './peer-link.ts'

interface PeerLinkOptions {
  /** null: this process is alone, and Redis is not even loaded. */
  redisUrl: string | null
  /** What the processes of one Pupitre share, and no other knows. */
  secret: string
  clock: Clock
  logger: SyncLogger
}

/** Opens the way to the other processes; null when there are none. Redis may be away: the link waits for it by itself. */
export async function openPeerLink({ redisUrl, secret, clock, logger }: PeerLinkOptions): Promise<PeerLink | null> {
  if (redisUrl === null) return null
  const { RedisPeerLink } = await import('./redis-peer-link.ts')
  // Two instances on one Redis, a copy for trials beside the real one, do not hear each other.
  const channel = `pupitre:${createHmac('sha256', secret).update('peers').digest('hex').slice(0, 16)}`
  return new RedisPeerLink({ url: redisUrl, channel, clock, logger })
}
