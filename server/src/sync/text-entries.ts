import * as Y from 'yjs'
import type { TouchedFields } from './touched-fields.ts'
import type { VersionCapture } from './version-capture.ts'

/** What the journal says of one person and one field in a writing session. */
export interface TextEntry {
  userId: string
  /** null: which one is not known; another process had them in, and nothing that they wrote is left. */
  field: string | null
  /** Characters that they wrote and that are there. */
  added: number
}

interface Session {
  /** null: all of it is new. */
  previousVector: Uint8Array | null
  owners: ReadonlyMap<number, string | null>
  authorIds: readonly string[]
  touched: TouchedFields
}

/** One entry for each person and field of a session: what they wrote and, when nothing of it is left, what they changed. */
export function textEntries({ fields }: VersionCapture, session: Session): TextEntry[] {
  const { previousVector, owners, authorIds, touched } = session
  const before = previousVector ? Y.decodeStateVector(previousVector) : new Map<number, number>()
  const written = fields.flatMap(({ name, runs }) =>
    runs.map(({ client, clock, length }) => ({
      field: name,
      userId: owners.get(client) ?? null,
      added: Math.max(0, Math.min(length, clock + length - (before.get(client) ?? 0))),
    })),
  )
  return authorIds.flatMap((userId): TextEntry[] => {
    const added = new Map<string, number>([...touched.of(userId)].map((field) => [field, 0]))
    for (const run of written) {
      if (run.userId === userId && run.added > 0) added.set(run.field, (added.get(run.field) ?? 0) + run.added)
    }
    if (added.size === 0) return [{ userId, field: null, added: 0 }]
    return [...added].map(([field, count]) => ({ userId, field, added: count }))
  })
}
