import type { PeerLink } from '../bus/peer-link.ts'
import type { Clock } from './clock.ts'
import { POLL_EVERY, POLL_INTERVAL_MS } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import type { RemotePresence } from './remote-presence.ts'
import type { RoomPoll } from './room-poll.ts'
import type { RoomRegistry } from './room-registry.ts'

interface RoomWatchParts {
  link: PeerLink
  poll: RoomPoll
  presence: RemotePresence
  registry: RoomRegistry
  clock: Clock
  logger: SyncLogger
}

/**
 * Sees to it that no room stays behind in silence: it compares the open rooms with their logs often while others cannot be
 * heard, at once when they can be again, and now and then in any case.
 */
export class RoomWatch {
  readonly #parts: RoomWatchParts
  #cancel: () => void = () => undefined
  #isPolling = false
  #ticks = 0

  constructor(parts: RoomWatchParts) {
    this.#parts = parts
    parts.link.onMissed(() => {
      void this.#poll()
      parts.presence.ask(parts.registry.rooms())
    })
    this.#wait()
  }

  stop(): void {
    this.#cancel()
  }

  #wait(): void {
    this.#cancel = this.#parts.clock.after(POLL_INTERVAL_MS, () => {
      this.#wait()
      this.#ticks += 1
      if (!this.#parts.link.isReachable || this.#ticks % POLL_EVERY === 0) void this.#poll()
    })
  }

  async #poll(): Promise<void> {
    if (this.#isPolling) return
    this.#isPolling = true
    try {
      await this.#parts.poll.run()
    } catch (err) {
      this.#parts.logger.warn({ err }, 'open documents could not be compared with their logs')
    } finally {
      this.#isPolling = false
    }
  }
}
