import type { TextDelta } from '@pupitre/document'
import type { Pool } from 'pg'
import type { LiveText, NewDocument } from '../domain/live-text.ts'
import { loadDocument } from './document-loader.ts'
import { fieldsOf, readField } from './quiet-text.ts'
import { findDocuments } from './sync-database.ts'

/** Documents read from the log at the same time: the connections of the pool are for people too. */
const AT_ONCE = 2

/** What documents say on the disk; those that do not exist are left out. Opens no room. */
export async function readDocuments(pool: Pool, documents: Parameters<LiveText['read']>[0]): Promise<NewDocument[]> {
  const known = await findDocuments(pool, documents)
  const contents: NewDocument[] = []
  for (let from = 0; from < known.length; from += AT_ONCE) {
    const some = known.slice(from, from + AT_ONCE).map(async ({ documentId, ref }) => {
      const loaded = await loadDocument(pool, documentId)
      if (!loaded) return []
      const fields: Record<string, TextDelta> = {}
      for (const field of fieldsOf(loaded.doc)) fields[field] = readField(loaded.doc, field)
      loaded.doc.destroy()
      return [{ document: ref, fields }]
    })
    contents.push(...(await Promise.all(some)).flat())
  }
  return contents
}
