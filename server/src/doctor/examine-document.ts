import { seededFields } from '@pupitre/document'
import type * as Y from 'yjs'
import { projectField } from '../sync/field-text.ts'
import { fieldsOf, readField } from '../sync/quiet-text.ts'
import type { Problem, ProblemKind } from './problem.ts'
import { readDocument } from './read-document.ts'
import type { StoredDocument } from './stored-document.ts'

/**
 * What is wrong with one document: can it be read, is nothing missing, does every character have an author, does its
 * projection say what it says. A projection that is only behind is `projectionLate`: beside a running server it may be
 * about to come.
 */
export async function examineDocument(stored: StoredDocument): Promise<Problem[]> {
  const { ref } = stored
  const problem = (kind: ProblemKind, detail?: string): Problem => ({
    ref,
    kind,
    ...(detail !== undefined && { detail }),
  })
  const reading = await readDocument(stored)
  if ('problem' in reading) return [problem(reading.problem, reading.detail)]
  const { doc } = reading
  try {
    if (doc.store.pendingStructs || doc.store.pendingDs) return [problem('incomplete')]
    const ownerless = [...doc.store.clients.keys()].filter((client) => !stored.owned.has(client))
    const problems = ownerless.length > 0 ? [problem('ownerless', counted(ownerless.length, 'client'))] : []
    if (stored.projectedSeq < stored.seq) return [...problems, problem('projectionLate')]
    const stale = staleFields(stored, doc)
    return stale.length > 0 ? [...problems, problem('projectionStale', stale.join(', '))] : problems
  } finally {
    doc.destroy()
  }
}

/** Names of the fields whose projection is not what the document says. */
function staleFields({ ref, texts, titre }: StoredDocument, doc: Y.Doc): string[] {
  const fields = new Set([...Object.keys(seededFields(ref.kind, {})), ...fieldsOf(doc), ...texts.keys()])
  return [...fields].filter((field) => {
    const { plain, markdown } = projectField(field, readField(doc, field))
    const text = texts.get(field)
    if (text?.plain !== plain || text.markdown !== markdown) return true
    return field === 'titre' && titre !== null && titre !== plain
  })
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? 's' : ''}`
}
