import { openDB, type DBSchema } from 'idb'

/** Who was signed in in this browser, as far as it knows: what opens their words when the server cannot be asked. */
export interface LastViewer {
  uuid: string
  nom: string
}

interface Schema extends DBSchema {
  viewer: { key: string; value: LastViewer }
}

const DATABASE = 'pupitre'
const SCHEMA_VERSION = 1
const KEY = 'last'

/** On the disk once it resolves: `localStorage` is written seconds later, and a crash would hide the words it leads to. */
export async function rememberViewer({ uuid, nom }: LastViewer): Promise<void> {
  const known = await lastViewer()
  if (known?.uuid === uuid && known.nom === nom) return
  await inDatabase(async (database) => {
    const transaction = database.transaction('viewer', 'readwrite', { durability: 'strict' })
    await transaction.store.put({ uuid, nom }, KEY)
    await transaction.done
  })
}

/** The server said that nobody is signed in: what this device keeps is hidden until its owner is back. */
export async function forgetViewer(): Promise<void> {
  await inDatabase((database) => database.delete('viewer', KEY))
}

/** Null for nobody, and where nothing can be remembered. */
export async function lastViewer(): Promise<LastViewer | null> {
  return (await inDatabase((database) => database.get('viewer', KEY))) ?? null
}

/** Storage closed by the browser's settings answers nothing: no page will then be shown without network. */
async function inDatabase<T>(use: (database: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T | undefined> {
  try {
    const database = await open()
    try {
      return await use(database)
    } finally {
      database.close()
    }
  } catch {
    return undefined
  }
}

function open() {
  return openDB<Schema>(DATABASE, SCHEMA_VERSION, {
    upgrade: (database) => void database.createObjectStore('viewer'),
  })
}
