import type { DocumentRef } from '@pupitre/document'
import { createFactories } from '../../../test/factories.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { loadDocument, type LoadedDocument } from '../document-loader.ts'
import type pg from 'pg'

/** A new fiche with its document, in a collectivité of its own. */
export async function newFiche(
  given: { titre?: string; description?: string } = {},
): Promise<{ ref: DocumentRef; documentId: string; epoch: string }> {
  const { prisma } = testDatabase()
  const fiche = await createFactories(prisma).fiche(given)
  const document = await prisma.liveDocument.findUniqueOrThrow({ where: { ficheId: fiche.id } })
  return { ref: { kind: 'fiche', uuid: fiche.id }, documentId: document.id, epoch: document.epoch }
}

/** A document as the next process would find it. */
export async function stored(pool: pg.Pool, documentId: string): Promise<LoadedDocument> {
  const loaded = await loadDocument(pool, documentId)
  if (!loaded) throw new Error('the document is not stored')
  return loaded
}

export async function storedText(pool: pg.Pool, documentId: string, field = 'description'): Promise<string> {
  return (await stored(pool, documentId)).doc.getText(field).toString()
}

/** What lists and search read of a fiche's field. */
export async function projectedText(pool: pg.Pool, { uuid }: DocumentRef, field = 'description'): Promise<string> {
  const { rows } = await pool.query<{ plain: string }>(
    'SELECT plain FROM fiche_text WHERE fiche_id = $1 AND field = $2',
    [uuid, field],
  )
  return rows[0]?.plain ?? ''
}
