import type { DocumentRef } from '@pupitre/document'
import type pg from 'pg'
import { CATCH_UP_BATCH } from './limits.ts'
import type { Projection } from './projection.ts'
import type { RoomRegistry } from './room-registry.ts'
import { findDocuments, findUnprojected, type KnownDocument } from './sync-database.ts'

/** Brings projections up to date for those who need them exact, and after a crash. */
export class ProjectionKeeper {
  readonly #pool: pg.Pool
  readonly #registry: RoomRegistry
  readonly #projection: Projection

  constructor(parts: { pool: pg.Pool; registry: RoomRegistry; projection: Projection }) {
    this.#pool = parts.pool
    this.#registry = parts.registry
    this.#projection = parts.projection
  }

  /** Writes these documents' projections as of now. */
  async flush(refs: readonly DocumentRef[]): Promise<void> {
    await this.#flushKnown(await findDocuments(this.#pool, refs))
  }

  /** Projects what a process that died had not. Returns how many documents were behind. */
  async catchUp(): Promise<number> {
    let caughtUp = 0
    for (let isMore = true; isMore;) {
      const behind = await findUnprojected(this.#pool, CATCH_UP_BATCH)
      await this.#flushKnown(behind)
      caughtUp += behind.length
      isMore = behind.length === CATCH_UP_BATCH
    }
    return caughtUp
  }

  async #flushKnown(documents: readonly KnownDocument[]): Promise<void> {
    // A room that is loaded now marks by itself what is behind.
    const leases = await Promise.all(documents.map((document) => this.#registry.enter(document)))
    try {
      await this.#projection.flush(leases.flatMap((lease) => lease?.room ?? []))
    } finally {
      for (const lease of leases) lease?.release()
    }
  }
}
