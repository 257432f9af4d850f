import type { Pool } from 'pg'
import type * as Y from 'yjs'
import { z } from 'zod'
import { DocumentContent } from './document-content.ts'
import { measures } from './measures.ts'
import { unpackState } from './snapshot-state.ts'

/** A document as the database has it at one moment. */
export interface LoadedDocument {
  documentId: string
  epoch: string
  seq: bigint
  /** Behind `seq` when the process that wrote it died before projecting. */
  projectedSeq: bigint
  content: DocumentContent
  readonly doc: Y.Doc
  owners: Map<number, string | null>
  /** seq of the last version that is kept; null when there is none. */
  versionSeq: bigint | null
  logUpdates: number
  logBytes: number
  stateBytes: number
}

const documentRow = z.object({
  epoch: z.string(),
  seq: z.coerce.bigint(),
  projected_seq: z.coerce.bigint(),
  version_seq: z.coerce.bigint().nullable(),
  state: z.instanceof(Buffer).nullable(),
  format: z.int().nullable(),
  updates: z.array(z.instanceof(Buffer)),
  clients: z.array(z.string()),
  users: z.array(z.string().nullable()),
})

// One statement, so one moment: a compaction that commits beside it cannot show half of its work.
const LOAD = `
SELECT d.epoch::text, d.seq, coalesce(p.seq, 0) AS projected_seq, s.state, s.format,
  (SELECT max(v.seq) FROM document_version v WHERE v.document_id = d.id) AS version_seq,
  ARRAY(SELECT u.update FROM document_update u WHERE u.document_id = d.id AND u.seq > coalesce(s.seq, 0) ORDER BY u.seq) AS updates,
  ARRAY(SELECT c.client_id::text FROM document_client c WHERE c.document_id = d.id ORDER BY c.client_id) AS clients,
  ARRAY(SELECT c.user_id::text FROM document_client c WHERE c.document_id = d.id ORDER BY c.client_id) AS users
FROM live_document d
LEFT JOIN document_projection p ON p.document_id = d.id
LEFT JOIN LATERAL (SELECT seq, state, format FROM document_snapshot WHERE document_id = d.id ORDER BY seq DESC LIMIT 1) s ON true
WHERE d.id = $1`

/**
 * Reads a document: its last snapshot, then the log after it. Null when it does not exist (any more).
 * `isServed`: a long one is built when it is needed.
 */
export async function loadDocument(
  pool: Pool,
  documentId: string,
  { isServed = false }: { isServed?: boolean } = {},
): Promise<LoadedDocument | null> {
  const startedAt = performance.now()
  const { rows } = await pool.query(LOAD, [documentId])
  if (rows.length === 0) return null
  const row = documentRow.parse(rows[0])
  const { state: packed, format } = row
  const state = packed && format !== null ? await unpackState({ state: packed, format }) : null
  const stored = { state, updates: row.updates }
  const content = isServed ? DocumentContent.of(stored) : DocumentContent.decoded(stored)
  const logBytes = row.updates.reduce((sum, update) => sum + update.length, 0)
  const stateBytes = (state?.length ?? 0) + logBytes
  const milliseconds = performance.now() - startedAt
  measures.loading.publish({ milliseconds, bytes: stateBytes, updates: row.updates.length })
  return {
    documentId,
    epoch: row.epoch,
    seq: row.seq,
    projectedSeq: row.projected_seq,
    versionSeq: row.version_seq,
    content,
    get doc() {
      return content.doc
    },
    owners: new Map(row.clients.map((client, i) => [Number(client), row.users[i] ?? null])),
    logUpdates: row.updates.length,
    logBytes,
    stateBytes,
  }
}
