import type { DocumentRef } from '@pupitre/document'
import type pg from 'pg'
import { CATCH_UP_BATCH } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import type { Projection } from './projection.ts'
import type { RoomRegistry } from './room-registry.ts'
import { findDocuments, findUnprojected, type KnownDocument } from './sync-database.ts'

/** Before every id. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

interface ProjectionKeeperParts {
  pool: pg.Pool
  registry: RoomRegistry
  projection: Projection
  logger: SyncLogger
}

/** Brings projections up to date for those who need them exact, and after a crash. */
export class ProjectionKeeper {
  readonly #parts: ProjectionKeeperParts

  constructor(parts: ProjectionKeeperParts) {
    this.#parts = parts
  }

  /**
   * Writes these documents' projections as of now.
   * @throws when one of them cannot be loaded or written
   */
  async flush(refs: readonly DocumentRef[]): Promise<void> {
    const { pool, registry, projection } = this.#parts
    const documents = await findDocuments(pool, refs)
    const concerned = documents.filter(({ documentId, isBehind }) => isBehind || registry.has(documentId))
    const entries = await Promise.allSettled(concerned.map((document) => registry.enter(document)))
    const leases = entries.flatMap((entry) => (entry.status === 'fulfilled' && entry.value ? entry.value : []))
    try {
      const failure = entries.find((entry) => entry.status === 'rejected')
      if (failure) throw failure.reason
      await projection.flush(leases.map(({ room }) => room))
    } finally {
      for (const lease of leases) lease.release()
    }
  }

  /** Projects what a process that died had not; a document that cannot be read does not stop the others. Returns how many are done. */
  async catchUp(): Promise<number> {
    let done = 0
    let after = FIRST_ID
    for (let isMore = true; isMore;) {
      const behind = await findUnprojected(this.#parts.pool, { after, limit: CATCH_UP_BATCH })
      const flushed = await Promise.all(behind.map((document) => this.#tryToFlush(document)))
      done += flushed.filter(Boolean).length
      after = behind.at(-1)?.documentId ?? after
      isMore = behind.length === CATCH_UP_BATCH
    }
    return done
  }

  async #tryToFlush(document: KnownDocument): Promise<boolean> {
    try {
      await this.#flushOne(document)
      return true
    } catch (err) {
      this.#parts.logger.error({ err, documentId: document.documentId }, 'a document could not be projected')
      return false
    }
  }

  async #flushOne(document: KnownDocument): Promise<void> {
    // A room that is loaded now marks by itself what is behind.
    const lease = await this.#parts.registry.enter(document)
    if (!lease) return
    try {
      await this.#parts.projection.flush([lease.room])
    } finally {
      lease.release()
    }
  }
}
