import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { SetAside } from './set-aside.ts'

/** A document as this device holds it: one life (epoch) of one document. */
export interface CopyRecord {
  /** `<path> <epoch>`: what one life of a document holds is never mixed with another's. */
  id: string
  /** `fiche/<uuid>` or `plan/<uuid>` */
  path: string
  epoch: string
  /** What the server let this user do when it last said so. */
  access: 'read' | 'write'
  /** To name the document where it is not open; empty when it has none. */
  titre: string
  /** Last written to, in milliseconds since 1970. */
  usedAt: number
}

/** A Yjs update of a copy. All of a copy's rows, in their order, are the document. */
export interface UpdateRow {
  copyId: string
  update: Uint8Array
  /** Edits in it made on this device that the server has not said to be on its disk; 0 once it has, and for others' edits. */
  edits: number
  /** The fields that its unsent edits touch. */
  fields: readonly string[]
  /** Whether it is the whole document, so that what was there before its unsent edits cannot be told. */
  whole: boolean
}

interface DeviceSchema extends DBSchema {
  copies: { key: string; value: CopyRecord; indexes: { path: string } }
  updates: { key: number; value: UpdateRow; indexes: { copyId: string; edits: number } }
  setAside: { key: number; value: SetAside; indexes: { path: string } }
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>

const SCHEMA_VERSION = 1

/** One database a user: nothing of an account can be read by asking for another's, and signing out removes one whole. */
export function databaseName(userId: string): string {
  return `pupitre ${userId}`
}

/** How long a browser may take to open a database before the page goes on without it: some never answer. */
const OPEN_TIMEOUT_MS = 3_000

/**
 * Opens the database of a user on this device.
 *
 * @param onGone the browser or another tab closed it (signing out erases it): nothing can be written any more
 * @throws when the browser refuses (private mode, storage switched off) or does not answer
 */
export async function openDeviceDatabase({
  userId,
  onGone,
}: {
  userId: string
  onGone: (why: 'erased' | 'closed') => void
}): Promise<DeviceDatabase> {
  const opening = openDB<DeviceSchema>(databaseName(userId), SCHEMA_VERSION, {
    upgrade: (database) => {
      const updates = database.createObjectStore('updates', { autoIncrement: true })
      updates.createIndex('copyId', 'copyId')
      updates.createIndex('edits', 'edits')
      database.createObjectStore('copies', { keyPath: 'id' }).createIndex('path', 'path')
      database.createObjectStore('setAside', { autoIncrement: true }).createIndex('path', 'path')
    },
    blocking: (_version, next) => {
      // Another tab signs out, or is of a later version: holding on would block it.
      void opening.then((database) => database.close())
      onGone(next === null ? 'erased' : 'closed')
    },
    terminated: () => onGone('closed'),
  })
  return withTimeout(opening, OPEN_TIMEOUT_MS)
}

/** Removes all that this device holds of a user. */
export async function eraseDeviceDatabase(userId: string): Promise<void> {
  await deleteDB(databaseName(userId))
}

async function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the browser does not open its storage')), timeoutMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
