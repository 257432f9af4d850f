import type { AppendGroup } from './storage.ts'

/**
 * Appends a batch in one statement, so in one round trip: locks the documents' rows in id order, numbers the updates from
 * each row's seq, and moves the seqs. Updates travel as one value with their places in it: an array of bytea would be
 * written and read as hexadecimal text. Rows which another transaction holds are `awaited`, or must be `free`. A document that was
 * restored meanwhile has another epoch, and takes nothing.
 *
 * $1 documents · $2 updates of each document · $3 document of each update (index in $1) · $4 number of each update in its
 * document, from 1 · $5, $6 place of each update in $8, from 1, and its length · $7 user of each update · $8 the bytes · $9 epochs
 */
export const APPEND = { awaited: append('FOR NO KEY UPDATE'), free: append('FOR NO KEY UPDATE NOWAIT') } as const

function append(lock: string): string {
  return `
WITH document AS (
  SELECT id, seq FROM live_document WHERE id = ANY($1::uuid[]) AND ${isSameLife('$9')} ORDER BY id ${lock}
), appended AS (
  INSERT INTO document_update (document_id, seq, update, user_id)
  SELECT document.id, document.seq + entry.number, substring($8::bytea FROM entry.at FOR entry.length), entry.user_id
  FROM unnest($3::int[], $4::int[], $5::int[], $6::int[], $7::uuid[]) AS entry(document, number, at, length, user_id)
  JOIN document ON document.id = ($1::uuid[])[entry.document]
)
UPDATE live_document SET seq = document.seq + added.updates
FROM document JOIN unnest($1::uuid[], $2::int[]) AS added(id, updates) ON added.id = document.id
WHERE live_document.id = document.id
RETURNING live_document.id::text, live_document.seq::text`
}

/** Locks the same rows in the same order, so that APPEND after it in the same transaction waits for nobody. */
export const LOCK_DOCUMENTS = {
  awaited: lockDocuments('FOR NO KEY UPDATE'),
  free: lockDocuments('FOR NO KEY UPDATE NOWAIT'),
} as const

function lockDocuments(lock: string): string {
  return `SELECT id::text FROM live_document WHERE id = ANY($1::uuid[]) AND ${isSameLife('$2')} ORDER BY id ${lock}`
}

/** Epochs are drawn: no document has another's. */
function isSameLife(epochs: string): string {
  return `epoch = ANY(${epochs}::uuid[])`
}

/** Of those that took nothing, which exist: they were restored. */
export const STILL_THERE = 'SELECT id::text FROM live_document WHERE id = ANY($1::uuid[])'

/**
 * Stores the owners of new Yjs client ids and returns those that are theirs. One that another user took meanwhile, on
 * another process, is not returned.
 */
export const CLAIM_CLIENTS = `
INSERT INTO document_client (document_id, client_id, user_id)
SELECT claim.document_id, claim.client_id, claim.user_id
FROM unnest($1::uuid[], $2::bigint[], $3::uuid[]) AS claim(document_id, client_id, user_id)
JOIN live_document ON live_document.id = claim.document_id
ON CONFLICT (document_id, client_id) DO UPDATE SET user_id = document_client.user_id
WHERE document_client.user_id IS NOT DISTINCT FROM EXCLUDED.user_id
RETURNING document_id::text`

/** Stores from when on clients wrote. Written again, it changes nothing: the first time is the true one. */
export const NOTE_WRITINGS = `
INSERT INTO document_writing (document_id, client_id, clock)
SELECT writing.document_id, writing.client_id, writing.clock
FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS writing(document_id, client_id, clock)
JOIN live_document ON live_document.id = writing.document_id
ON CONFLICT (document_id, client_id, clock) DO NOTHING`

/** The parameters of APPEND. */
export function appendParameters(groups: readonly AppendGroup[]): unknown[] {
  const documents = groups.map((group) => group.documentId)
  const counts = groups.map((group) => group.entries.length)
  const document: number[] = []
  const number: number[] = []
  const at: number[] = []
  const length: number[] = []
  const user: (string | null)[] = []
  const parts: Uint8Array[] = []
  const epochs = groups.map((group) => group.epoch)
  let next = 1
  groups.forEach((group, i) => {
    group.entries.forEach((entry, n) => {
      document.push(i + 1)
      number.push(n + 1)
      at.push(next)
      length.push(entry.update.length)
      user.push(entry.userId)
      parts.push(entry.update)
      next += entry.update.length
    })
  })
  return [documents, counts, document, number, at, length, user, Buffer.concat(parts), epochs]
}

/** The parameters of CLAIM_CLIENTS. */
export function claimParameters(groups: readonly AppendGroup[]): [string[], string[], (string | null)[]] {
  const documents: string[] = []
  const clients: string[] = []
  const users: (string | null)[] = []
  for (const { documentId, entries } of groups) {
    for (const { newClients, clientOwner } of entries) {
      for (const client of newClients) {
        documents.push(documentId)
        clients.push(String(client))
        users.push(clientOwner)
      }
    }
  }
  return [documents, clients, users]
}

/** The parameters of NOTE_WRITINGS. */
export function writingParameters(groups: readonly AppendGroup[]): [string[], string[], string[]] {
  const writings = groups.flatMap(({ documentId, entries }) =>
    entries.flatMap((entry) => entry.writings.map((writing) => ({ documentId, ...writing }))),
  )
  return [
    writings.map(({ documentId }) => documentId),
    writings.map(({ client }) => String(client)),
    writings.map(({ clock }) => String(clock)),
  ]
}
