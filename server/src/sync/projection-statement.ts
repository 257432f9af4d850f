import type { DocumentKind } from '@pupitre/document'
import type { FieldText } from './field-text.ts'

/** What one document's projection writes. */
export interface ProjectedDocument {
  documentId: string
  /** The fiche's or plan's id. */
  ownerId: string
  epoch: string
  seq: bigint
  texts: readonly FieldText[]
  /** Whether the projection is now complete up to `seq`. */
  isComplete: boolean
}

// Each row is guarded by its seq: what is older than the row never overwrites it, whoever comes late; and by the epoch: nothing
// of a document that was restored meanwhile. And the rows of each table are locked in the order of their ids: two processes that project the same
// documents wait for one another, and never in a circle.
const texts = (table: string, owner: string) => `
INSERT INTO ${table}_text (${owner}, field, plain, markdown, seq)
SELECT t.owner_id, t.field, t.plain, t.markdown, t.seq FROM text t ORDER BY t.owner_id, t.field
ON CONFLICT (${owner}, field) DO UPDATE SET plain = EXCLUDED.plain, markdown = EXCLUDED.markdown, seq = EXCLUDED.seq
WHERE ${table}_text.seq < EXCLUDED.seq`

const TITLES = `
UPDATE fiche SET titre = t.plain, titre_seq = t.seq FROM (
  SELECT t.owner_id, t.plain, t.seq FROM text t JOIN fiche f ON f.id = t.owner_id AND f.titre_seq < t.seq
  WHERE t.field = 'titre' ORDER BY f.id FOR NO KEY UPDATE OF f
) t
WHERE fiche.id = t.owner_id AND fiche.titre_seq < t.seq`

const statement = (owner: string, writes: string[]) => `
WITH text AS (
  SELECT t.* FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $8::uuid[])
    AS t(owner_id, field, plain, markdown, seq, epoch)
  JOIN live_document d ON d.${owner} = t.owner_id AND d.epoch = t.epoch
)${writes.map((write, i) => `, write_${i} AS (${write})`).join('')}
INSERT INTO document_projection (document_id, seq)
SELECT done.id, done.seq FROM unnest($6::uuid[], $7::bigint[], $9::uuid[]) AS done(id, seq, epoch)
JOIN live_document d ON d.id = done.id AND d.epoch = done.epoch ORDER BY done.id
ON CONFLICT (document_id) DO UPDATE SET seq = EXCLUDED.seq WHERE document_projection.seq < EXCLUDED.seq`

/**
 * Writes the projection of several documents of one kind, in one statement: all or nothing. Rows of `live_document` are not updated: whoever
 * appends to the log holds those, and would wait, or be waited for.
 */
export const PROJECT: Record<DocumentKind, string> = {
  fiche: statement('fiche_id', [texts('fiche', 'fiche_id'), TITLES]),
  plan: statement('plan_id', [texts('plan', 'plan_id')]),
}

/** The parameters of PROJECT. */
export function projectParameters(documents: readonly ProjectedDocument[]): unknown[] {
  const rows = documents.flatMap(({ ownerId, epoch, seq, texts }) =>
    texts.map((text) => ({ ownerId, epoch, seq, ...text })),
  )
  const complete = documents.filter((document) => document.isComplete)
  return [
    rows.map((row) => row.ownerId),
    rows.map((row) => row.field),
    rows.map((row) => row.plain),
    rows.map((row) => row.markdown),
    rows.map((row) => row.seq),
    complete.map((document) => document.documentId),
    complete.map((document) => document.seq),
    rows.map((row) => row.epoch),
    complete.map((document) => document.epoch),
  ]
}
