import type { DeviceDatabase } from './device-database.ts'
import { type FieldWords, type SetAside, unsentWords } from './set-aside.ts'

/** A document with edits which wait on this device to be sent. */
export interface PendingCopy {
  copyId: string
  path: string
  titre: string
  edits: number
  /** When this device last wrote to it, in milliseconds since 1970. */
  usedAt: number
}

/** Words set aside, and what they are dropped by. */
export interface KeptAside extends SetAside {
  /** Their key on the device; null when they are in this tab only. */
  key: number | null
}

/** The documents whose edits wait to be sent, the oldest first. */
export async function pendingCopies(database: DeviceDatabase): Promise<PendingCopy[]> {
  const transaction = database.transaction(['copies', 'updates'])
  const rows = await transaction.objectStore('updates').index('edits').getAll(IDBKeyRange.lowerBound(1))
  const editsOf = new Map<string, number>()
  for (const { copyId, edits } of rows) editsOf.set(copyId, (editsOf.get(copyId) ?? 0) + edits)
  const copies = await Promise.all([...editsOf.keys()].map((id) => transaction.objectStore('copies').get(id)))
  return copies
    .filter((copy) => copy !== undefined)
    .map(({ id, path, titre, usedAt }) => ({ copyId: id, path, titre, usedAt, edits: editsOf.get(id) ?? 0 }))
    .toSorted((a, b) => a.usedAt - b.usedAt)
}

/** What the waiting edits of a copy change, field by field. */
export async function pendingWords(database: DeviceDatabase, copyId: string): Promise<FieldWords[]> {
  return unsentWords(await database.getAllFromIndex('updates', 'copyId', copyId))
}

/** The words that the server would not take, the newest first. */
export async function keptAside(database: DeviceDatabase): Promise<KeptAside[]> {
  const found: KeptAside[] = []
  const transaction = database.transaction('setAside')
  for await (const { primaryKey, value } of transaction.store) found.unshift({ ...value, key: primaryKey })
  return found
}

/** How many edits of a user are on this device alone. */
export async function editsLeft(database: DeviceDatabase): Promise<number> {
  const pending = await pendingCopies(database)
  const aside = await keptAside(database)
  return [...pending, ...aside].reduce((total, { edits }) => total + edits, 0)
}
