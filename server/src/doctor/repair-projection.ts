import { seededFields } from '@pupitre/document'
import type pg from 'pg'
import { projectField } from '../sync/field-text.ts'
import { fieldsOf, readField } from '../sync/quiet-text.ts'
import { readDocument } from './read-document.ts'
import { readStoredDocument } from './stored-document.ts'

const upsert = (table: 'fiche' | 'plan') => `
INSERT INTO ${table}_text (${table}_id, field, plain, markdown, seq)
SELECT $1, t.field, t.plain, t.markdown, $5 FROM unnest($2::text[], $3::text[], $4::text[]) AS t(field, plain, markdown)
ON CONFLICT (${table}_id, field) DO UPDATE SET plain = EXCLUDED.plain, markdown = EXCLUDED.markdown, seq = EXCLUDED.seq`

const PROJECTED = `
INSERT INTO document_projection (document_id, seq) VALUES ($1, $2) ON CONFLICT (document_id) DO UPDATE SET seq = EXCLUDED.seq`

/**
 * Writes a document's whole projection again. Its row is held meanwhile, so that what a running server commits waits for a
 * moment and comes after. A document that cannot be read is left as it is.
 */
export async function repairProjection(client: pg.ClientBase, documentId: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT 1 FROM live_document WHERE id = $1 FOR NO KEY UPDATE', [documentId])
    await writeProjection(client, documentId)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function writeProjection(client: pg.ClientBase, documentId: string): Promise<void> {
  const stored = await readStoredDocument(client, documentId)
  const reading = stored && (await readDocument(stored))
  if (!stored || !reading || 'problem' in reading) return
  const { doc } = reading
  const { ref, seq, texts: written } = stored
  const fields = new Set([...Object.keys(seededFields(ref.kind, {})), ...fieldsOf(doc), ...written.keys()])
  const texts = [...fields].map((field) => projectField(field, readField(doc, field)))
  doc.destroy()
  await client.query(upsert(ref.kind), [
    ref.uuid,
    texts.map(({ field }) => field),
    texts.map(({ plain }) => plain),
    texts.map(({ markdown }) => markdown),
    seq,
  ])
  const titre = texts.find(({ field }) => field === 'titre')?.plain
  if (ref.kind === 'fiche' && titre !== undefined)
    await client.query('UPDATE fiche SET titre = $2, titre_seq = $3 WHERE id = $1', [ref.uuid, titre, seq])
  await client.query(PROJECTED, [documentId, seq])
}
