import type { DeviceDatabase } from './device-database.ts'
import { ownWords, unsentWords, type SetAsideReason } from './set-aside.ts'

/**
 * Takes a copy off the device, and keeps the words of its unsent edits to be given back; all or nothing. Another tab that
 * did it before leaves nothing to do.
 */
export async function setCopyAside({
  database,
  copyId,
  reason,
  now,
}: {
  database: DeviceDatabase
  copyId: string
  reason: SetAsideReason
  /** Milliseconds since 1970. */
  now: number
}): Promise<void> {
  const transaction = database.transaction(['copies', 'updates', 'setAside'], 'readwrite', { durability: 'strict' })
  const copy = await transaction.objectStore('copies').get(copyId)
  const updates = transaction.objectStore('updates').index('copyId')
  const rows = await updates.getAll(copyId)
  const edits = rows.reduce((total, row) => total + row.edits, 0)
  const changed = edits > 0 ? unsentWords(rows) : []
  const fields = reason === 'gone' ? ownWords(changed) : changed
  if (copy && fields.length > 0) {
    const { path, titre } = copy
    await transaction.objectStore('setAside').add({ path, titre, reason, at: now, edits, fields })
  }
  for await (const cursor of updates.iterate(copyId)) await cursor.delete()
  await transaction.objectStore('copies').delete(copyId)
  await transaction.done
}
