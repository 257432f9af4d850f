import type { Pool } from 'pg'
import * as Y from 'yjs'
import { SNAPSHOT_EVERY_BYTES, SNAPSHOT_EVERY_UPDATES } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import { measures } from './measures.ts'
import type { RoomDocument } from './room-document.ts'
import { packState, SNAPSHOT_FORMAT } from './snapshot-state.ts'

// The snapshot and the end of the log that it replaces: both or neither. Nothing of a document that was restored meanwhile,
// or of which another process has a later snapshot.
const SAVE = `
WITH document AS (
  SELECT id FROM live_document WHERE id = $1 AND seq >= $2 AND epoch = $4
  AND NOT EXISTS (SELECT 1 FROM document_snapshot later WHERE later.document_id = $1 AND later.seq > $2)
), saved AS (
  INSERT INTO document_snapshot (document_id, seq, state, format)
  SELECT id, $2, $3, ${SNAPSHOT_FORMAT} FROM document
  ON CONFLICT (document_id, seq) DO NOTHING
), compacted AS (
  DELETE FROM document_update u USING document WHERE u.document_id = document.id AND u.seq <= $2
)
DELETE FROM document_snapshot s USING document WHERE s.document_id = document.id AND s.seq < $2`

/** Replaces a document's log by a snapshot of the live document, now and then. */
export class SnapshotStore {
  readonly #pool: Pool
  readonly #logger: SyncLogger
  readonly #saving = new Map<string, Promise<void>>()

  constructor({ pool, logger }: { pool: Pool; logger: SyncLogger }) {
    this.#pool = pool
    this.#logger = logger
  }

  isDue(document: RoomDocument): boolean {
    return document.logUpdates >= SNAPSHOT_EVERY_UPDATES || document.logBytes >= SNAPSHOT_EVERY_BYTES
  }

  /** Saves the document as it is now. A failure is logged and harmless: the log still has everything. */
  save(document: RoomDocument): Promise<void> {
    const { documentId } = document
    const current = this.#saving.get(documentId)
    if (current) return current
    const startedAt = performance.now()
    const tell = (outcome: 'saved' | 'failed') =>
      measures.snapshot.publish({ outcome, milliseconds: performance.now() - startedAt })
    const saving = this.#save(document)
      .then(() => tell('saved'))
      .catch((err: unknown) => {
        tell('failed')
        this.#logger.warn({ err, documentId }, 'a snapshot was not saved')
      })
      .finally(() => this.#saving.delete(documentId))
    this.#saving.set(documentId, saving)
    return saving
  }

  async #save(document: RoomDocument): Promise<void> {
    // The document may hold more than its log up to `seq`, never less: what comes after stays in the log.
    const { seq, epoch, logUpdates, logBytes } = document
    const encoded = Y.encodeStateAsUpdate(document.doc)
    const state = await packState(encoded)
    await this.#pool.query({ name: 'snapshot', text: SAVE, values: [document.documentId, seq, state, epoch] })
    document.logUpdates -= logUpdates
    document.logBytes -= logBytes
    document.approximateBytes = encoded.length
  }
}
