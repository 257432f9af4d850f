import { type DocumentRef, isFieldOf, type TextDelta } from '@pupitre/document'
import type pg from 'pg'
import * as Y from 'yjs'
import { z } from 'zod'
import { decodeVersion, type VersionContent } from '../domain/version/version-content.ts'
import type { Problem } from './problem.ts'

/** Versions of one document that are in memory at once. */
const PAGE = 50

const versionRows = z.array(
  z.object({
    seq: z.string(),
    content: z.instanceof(Buffer),
    length: z.int(),
    state_vector: z.instanceof(Buffer).nullable(),
    is_beyond: z.boolean(),
  }),
)
type StoredVersion = z.infer<typeof versionRows>[number]

// Compared with the document's number in the same statement: people write beside it.
const READ = `
SELECT v.seq::text, v.content, v.length, v.state_vector, v.seq > d.seq AS is_beyond
FROM document_version v JOIN live_document d ON d.id = v.document_id
WHERE v.document_id = $1 AND v.seq > $2 ORDER BY v.seq LIMIT $3`

/** Reads every version that a document keeps: can it be decoded, does it say who wrote each of its characters, is it whole. */
export async function examineVersions(
  client: pg.ClientBase,
  { documentId, ref }: { documentId: string; ref: DocumentRef },
): Promise<{ versions: number; problems: Problem[] }> {
  const examined = { versions: 0, problems: new Array<Problem>() }
  let after = '-1'
  for (let isMore = true; isMore;) {
    const { rows } = await client.query({ name: 'doctor-versions', text: READ, values: [documentId, after, PAGE] })
    const page = versionRows.parse(rows)
    for (const version of page) {
      const detail = `numéro ${version.seq}`
      const kind = await problemOf(version, ref)
      if (kind) examined.problems.push({ ref, kind, detail })
    }
    examined.versions += page.length
    after = page.at(-1)?.seq ?? after
    isMore = page.length === PAGE
  }
  return examined
}

async function problemOf(
  version: StoredVersion,
  { kind }: DocumentRef,
): Promise<'versionUnreadable' | 'versionIncoherent' | null> {
  let content: VersionContent
  try {
    content = await decodeVersion(version.content)
    if (version.state_vector) Y.decodeStateVector(version.state_vector)
  } catch {
    return 'versionUnreadable'
  }
  const fields = Object.entries(content.fields)
  const isSound = fields.every(([field, text]) => isFieldOf(kind, field) && isWhole(text, content.authors.length))
  const length = fields.reduce((sum, [, { delta }]) => sum + lengthOf(delta), 0)
  return isSound && length === version.length && !version.is_beyond ? null : 'versionIncoherent'
}

/** Whether each character has one author, and each author is one of the version's. */
function isWhole({ delta, runs }: VersionContent['fields'][string], authors: number): boolean {
  const written = runs.reduce((sum, [length]) => sum + length, 0)
  return written === lengthOf(delta) && runs.every(([, author]) => author < authors)
}

/** In Yjs' units: an embed counts for one character. */
function lengthOf(delta: TextDelta): number {
  return delta.reduce((sum, { insert }) => sum + (typeof insert === 'string' ? insert.length : 1), 0)
}
