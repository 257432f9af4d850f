import type { TextDelta } from '@pupitre/document'
import * as Y from 'yjs'
import type { AuthorRun, VersionContent } from '../domain/version/version-content.ts'
import { fieldsOf, readField, type ShownRun, shownRuns } from './quiet-text.ts'
import type { RoomDocument } from './room-document.ts'

/** All that a version needs of a document, taken at once: people go on writing while it is stored. */
export interface VersionCapture {
  documentId: string
  epoch: string
  seq: bigint
  fields: { name: string; delta: TextDelta; runs: ShownRun[] }[]
  stateVector: Uint8Array
}

export function captureVersion({ documentId, epoch, seq, doc }: RoomDocument): VersionCapture {
  const fields = fieldsOf(doc)
    .toSorted()
    .map((name) => ({ name, delta: readField(doc, name), runs: [...shownRuns(doc, name)] }))
  return { documentId, epoch, seq, fields, stateVector: Y.encodeStateVector(doc) }
}

/** What is kept of a capture, once the owners of its clients are known. */
export function contentOf({ fields }: VersionCapture, owners: ReadonlyMap<number, string | null>): VersionContent {
  const authors: (string | null)[] = []
  const authorOf = (client: number): number => {
    const userId = owners.get(client) ?? null
    const known = authors.indexOf(userId)
    return known === -1 ? authors.push(userId) - 1 : known
  }
  const mergedRuns = (shown: readonly ShownRun[]): AuthorRun[] => {
    const runs: AuthorRun[] = []
    for (const { client, length } of shown) {
      const author = authorOf(client)
      const last = runs.at(-1)
      if (last?.[1] === author) last[0] += length
      else runs.push([length, author])
    }
    return runs
  }
  return {
    fields: Object.fromEntries(fields.map(({ name, delta, runs }) => [name, { delta, runs: mergedRuns(runs) }])),
    authors,
  }
}

export interface VersionChange {
  length: number
  added: number
  removed: number
  /** Clients that wrote something since, be it deleted meanwhile. */
  clients: number[]
}

/** What changed since a version with this state vector and this length; all of it is new when there is none. */
export function changeSince(
  { fields, stateVector }: VersionCapture,
  previous: { stateVector: Uint8Array; length: number } | null,
): VersionChange {
  const before = previous ? Y.decodeStateVector(previous.stateVector) : new Map<number, number>()
  let length = 0
  let added = 0
  for (const { client, clock, length: run } of fields.flatMap(({ runs }) => runs)) {
    length += run
    added += Math.max(0, Math.min(run, clock + run - (before.get(client) ?? 0)))
  }
  const now = Y.decodeStateVector(stateVector)
  const clients = [...now].filter(([client, clock]) => clock > (before.get(client) ?? 0)).map(([client]) => client)
  // Characters never come back: what was shown and is not any more was removed.
  return { length, added, removed: (previous?.length ?? 0) + added - length, clients }
}
