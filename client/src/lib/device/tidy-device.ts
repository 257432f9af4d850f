import type { DeviceDatabase } from './device-database.ts'

/** A copy that nobody opened for so long is of no more use without network. */
export const MAX_COPY_AGE_MS = 7 * 24 * 3600 * 1000
/** Copies of documents, the latest ones, that a device keeps at most: about 20 MB of long fiches. */
export const MAX_COPIES = 100

/** Drops copies that are old or too many. What is unsent is never dropped, nor words set aside. */
export async function tidyDevice({ database, now }: { database: DeviceDatabase; now: number }): Promise<void> {
  const transaction = database.transaction(['copies', 'updates'], 'readwrite', { durability: 'relaxed' })
  const updates = transaction.objectStore('updates')
  const copies = await transaction.objectStore('copies').getAll()
  const unsent = new Set<string>()
  for await (const { value } of updates.index('edits').iterate(IDBKeyRange.lowerBound(1))) unsent.add(value.copyId)
  const latestFirst = copies.toSorted((a, b) => b.usedAt - a.usedAt)
  for (const [rank, { id, usedAt }] of latestFirst.entries()) {
    const isOfUse = rank < MAX_COPIES && now - usedAt <= MAX_COPY_AGE_MS
    if (isOfUse || unsent.has(id)) continue
    for await (const cursor of updates.index('copyId').iterate(id)) await cursor.delete()
    await transaction.objectStore('copies').delete(id)
  }
  await transaction.done
}
