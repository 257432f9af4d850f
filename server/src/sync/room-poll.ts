import type { Pool } from 'pg'
import { z } from 'zod'
import type { CatchUp } from './catch-up.ts'
import type { RoomRegistry } from './room-registry.ts'

const BEHIND = `
SELECT d.id::text, d.seq FROM unnest($1::uuid[], $2::bigint[]) AS room(id, seq)
JOIN live_document d ON d.id = room.id WHERE d.seq > room.seq`

const behindRows = z.array(z.object({ id: z.string(), seq: z.coerce.bigint() }))

interface RoomPollParts {
  pool: Pool
  registry: RoomRegistry
  catchUp: CatchUp
}

/** Finds by itself, in one statement, what other processes have written in the documents that are open here. */
export class RoomPoll {
  readonly #parts: RoomPollParts

  constructor(parts: RoomPollParts) {
    this.#parts = parts
  }

  /** Rooms that are behind start to catch up. @throws when the database does not answer */
  async run(): Promise<void> {
    const { pool, registry, catchUp } = this.#parts
    const documents = registry.rooms().map((room) => room.document)
    if (documents.length === 0) return
    const values = [documents.map(({ documentId }) => documentId), documents.map(({ seq }) => seq)]
    const { rows } = await pool.query({ name: 'behind', text: BEHIND, values })
    for (const { id, seq } of behindRows.parse(rows)) {
      const room = registry.roomOf(id)
      if (!room) continue
      room.document.hear(seq)
      catchUp.start(room)
    }
  }
}
