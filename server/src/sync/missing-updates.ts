import type { Pool } from 'pg'
import * as Y from 'yjs'
import { z } from 'zod'
import { unpackState } from './snapshot-state.ts'

/** What a room lacks of its document, as the database has it at one moment. */
export interface MissingUpdates {
  epoch: string
  /** With these, everything up to this update is there. */
  seq: bigint
  /** The whole document at some later seq than the room's (V1), when a snapshot has replaced part of what is missing. */
  state: Uint8Array | null
  /** V1, in order. */
  updates: Uint8Array[]
  /** Owners of the Yjs clients that write there and were not known. */
  owners: Map<number, string | null>
}

/** A document as far as it is in memory. */
interface PartialDocument {
  documentId: string
  /** Of the last update before the first that is missing. */
  seq: bigint
  isKnownClient(client: number): boolean
}

const missingRow = z.object({
  epoch: z.string(),
  seq: z.coerce.bigint(),
  state: z.instanceof(Buffer).nullable(),
  format: z.int().nullable(),
  updates: z.array(z.instanceof(Buffer)),
})

// One statement, so one moment: a compaction that commits beside it cannot take away what it is about to read.
const MISSING = `
SELECT d.epoch::text, d.seq, s.state, s.format,
  ARRAY(SELECT u.update FROM document_update u
        WHERE u.document_id = d.id AND u.seq > greatest($2, coalesce(s.seq, 0)) ORDER BY u.seq) AS updates
FROM live_document d
LEFT JOIN LATERAL (
  SELECT seq, state, format FROM document_snapshot WHERE document_id = d.id AND seq > $2 ORDER BY seq DESC LIMIT 1
) s ON true
WHERE d.id = $1`

const OWNERS = `
SELECT client_id::text AS client, user_id::text AS "user" FROM document_client
WHERE document_id = $1 AND client_id = ANY($2::bigint[])`

const ownerRows = z.array(z.object({ client: z.coerce.number(), user: z.string().nullable() }))

/**
 * Reads what others have appended to a document's log: the updates themselves, or the last snapshot and those after it when
 * some of them are compacted. Null when the document does not exist any more.
 */
export async function readMissing(pool: Pool, document: PartialDocument): Promise<MissingUpdates | null> {
  const { documentId } = document
  const { rows } = await pool.query({ name: 'missing', text: MISSING, values: [documentId, document.seq] })
  if (rows.length === 0) return null
  const { epoch, seq, updates, state: packed, format } = missingRow.parse(rows[0])
  const state = packed && format !== null ? await unpackState({ state: packed, format }) : null
  const writers = new Set(updates.flatMap((update) => [...Y.parseUpdateMeta(update).to.keys()]))
  if (state) for (const client of Y.parseUpdateMeta(state).to.keys()) writers.add(client)
  const unknown = [...writers].filter((client) => !document.isKnownClient(client))
  const owners = await readOwners(pool, documentId, unknown)
  return { epoch, seq, state, updates, owners }
}

/** A claim is committed with its first update, so whoever reads the update finds the owner. */
async function readOwners(pool: Pool, documentId: string, clients: number[]): Promise<Map<number, string | null>> {
  if (clients.length === 0) return new Map()
  const { rows } = await pool.query({ name: 'owners', text: OWNERS, values: [documentId, clients] })
  return new Map(ownerRows.parse(rows).map(({ client, user }) => [client, user]))
}
