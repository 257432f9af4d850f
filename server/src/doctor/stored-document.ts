import type { DocumentKind, DocumentRef } from '@pupitre/document'
import type pg from 'pg'
import { z } from 'zod'
import type { StoredSnapshot } from '../sync/snapshot-state.ts'

/** All that the database holds of one document, at one moment, unread. */
export interface StoredDocument {
  documentId: string
  ref: DocumentRef
  seq: bigint
  projectedSeq: bigint
  snapshot: ({ seq: bigint } & StoredSnapshot) | null
  /** The whole log, in its order: before the snapshot too, where nothing should be left. */
  updates: { seq: bigint; update: Buffer }[]
  /** Yjs client ids that have an owner. */
  owned: Set<number>
  texts: Map<string, { plain: string; markdown: string }>
  /** As lists show it; null for a plan. */
  titre: string | null
}

const row = z.object({
  kind: z.enum(['FICHE', 'PLAN']),
  owner: z.string(),
  seq: z.coerce.bigint(),
  projected_seq: z.coerce.bigint(),
  snapshot_seq: z.coerce.bigint().nullable(),
  state: z.instanceof(Buffer).nullable(),
  format: z.int().nullable(),
  seqs: z.array(z.coerce.bigint()),
  updates: z.array(z.instanceof(Buffer)),
  clients: z.array(z.coerce.number()),
  fields: z.array(z.string()),
  plains: z.array(z.string()),
  markdowns: z.array(z.string()),
  titre: z.string().nullable(),
})

const TEXTS = `(SELECT field, plain, markdown FROM fiche_text WHERE fiche_id = d.fiche_id
  UNION ALL SELECT field, plain, markdown FROM plan_text WHERE plan_id = d.plan_id) t`

// One statement, so one moment: people write beside it.
const READ = `
SELECT d.kind::text, coalesce(d.fiche_id, d.plan_id)::text AS owner, d.seq, coalesce(p.seq, 0) AS projected_seq, s.seq AS snapshot_seq, s.state, s.format,
  ARRAY(SELECT u.seq::text FROM document_update u WHERE u.document_id = d.id ORDER BY u.seq) AS seqs,
  ARRAY(SELECT u.update FROM document_update u WHERE u.document_id = d.id ORDER BY u.seq) AS updates,
  ARRAY(SELECT c.client_id::text FROM document_client c WHERE c.document_id = d.id) AS clients,
  ARRAY(SELECT t.field FROM ${TEXTS} ORDER BY t.field) AS fields,
  ARRAY(SELECT t.plain FROM ${TEXTS} ORDER BY t.field) AS plains,
  ARRAY(SELECT t.markdown FROM ${TEXTS} ORDER BY t.field) AS markdowns,
  f.titre
FROM live_document d
LEFT JOIN document_projection p ON p.document_id = d.id
LEFT JOIN fiche f ON f.id = d.fiche_id
LEFT JOIN LATERAL (SELECT seq, state, format FROM document_snapshot WHERE document_id = d.id ORDER BY seq DESC LIMIT 1) s ON true
WHERE d.id = $1`

const KINDS: Record<'FICHE' | 'PLAN', DocumentKind> = { FICHE: 'fiche', PLAN: 'plan' }

/** Reads a document; null when it does not exist (any more). */
export async function readStoredDocument(client: pg.ClientBase, documentId: string): Promise<StoredDocument | null> {
  const { rows } = await client.query({ name: 'doctor-document', text: READ, values: [documentId] })
  if (rows.length === 0) return null
  const read = row.parse(rows[0])
  return {
    documentId,
    ref: { kind: KINDS[read.kind], uuid: read.owner },
    seq: read.seq,
    projectedSeq: read.projected_seq,
    snapshot:
      read.state && read.snapshot_seq !== null && read.format !== null
        ? { seq: read.snapshot_seq, state: read.state, format: read.format }
        : null,
    updates: read.updates.map((update, i) => ({ seq: read.seqs[i] ?? 0n, update })),
    owned: new Set(read.clients),
    texts: new Map(
      read.fields.map((field, i) => [field, { plain: read.plains[i] ?? '', markdown: read.markdowns[i] ?? '' }]),
    ),
    titre: read.titre,
  }
}
