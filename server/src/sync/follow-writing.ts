import type { Pool } from 'pg'
import type { WrittenText } from '../domain/live-text.ts'
import type { CatchUp } from './catch-up.ts'
import type { FanOut } from './fan-out.ts'
import type { SyncLogger } from './logger.ts'
import type { RoomRegistry } from './room-registry.ts'
import { findDocuments } from './sync-database.ts'
import type { WritingSessions } from './writing-sessions.ts'

interface FollowWritingParts {
  pool: Pool
  registry: RoomRegistry
  sessions: WritingSessions
  catchUp: CatchUp
  /** Null when there is no other process to tell. */
  fanOut: FanOut | null
  logger: SyncLogger
}

/**
 * What follows an edit that a transaction wrote into a document's log by itself, once it is committed: its room reads it as it reads what
 * other processes append, whoever looks sees it, the projection is due, and a writing session begins.
 */
export class FollowWriting {
  readonly #parts: FollowWritingParts

  constructor(parts: FollowWritingParts) {
    this.#parts = parts
  }

  /** Never rejects: what is not told now is in the log, where the next who opens the document finds it. */
  async follow(written: readonly WrittenText[]): Promise<void> {
    for (const text of written) {
      await this.#followOne(text).catch((err: unknown) =>
        this.#parts.logger.warn({ err, document: text.document.uuid }, 'what a transaction wrote is not told yet'),
      )
    }
  }

  async #followOne({ document, fields, actor }: WrittenText): Promise<void> {
    const { pool, registry, sessions, catchUp, fanOut } = this.#parts
    const [known] = await findDocuments(pool, [document])
    // As it is in memory: what it said before is kept as a version first.
    const lease = known && (await registry.enter({ ...known, seq: 0n }))
    if (!lease) return
    try {
      const { room } = lease
      if (fields.length > 0) sessions.willChange(room)
      await catchUp.reach(room, known.seq)
      if (fields.length === 0) return
      sessions.changed(room, [actor], new Set(fields))
      fanOut?.appended(room, known.seq)
    } finally {
      lease.release()
    }
  }
}
