import type { DeviceDatabase } from './device-database.ts'
import { type FieldWords, unsentWords } from './set-aside.ts'

/** What the waiting edits of a copy change, field by field. */
export async function pendingWords(database: DeviceDatabase, copyId: string): Promise<FieldWords[]> {
  return unsentWords(await database.getAllFromIndex('updates', 'copyId', copyId))
}
