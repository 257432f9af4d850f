import type { JournalOrigine } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../transaction.ts'
import type { Viewer } from '../viewer.ts'

/** Who does what is done in a transaction, and by what way: by the API for a key, unless the act says what undoes it. */
export interface Acte {
  /** null: nobody is signed in. */
  viewer: Viewer | null
  origine: JournalOrigine
}

/**
 * Tells the triggers of the journal whose act a transaction is, before it changes anything: what it changes is written under this
 * name, and nothing of it when the transaction is undone. Without it, it is the system's.
 */
export async function tellActe(tx: Tx, { viewer, origine }: Acte): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('pupitre.acte', ${uuidv7()}, true), set_config('pupitre.auteur', ${viewer?.userId ?? ''}, true),
      set_config('pupitre.cle', ${viewer?.userId === null ? viewer.key.id : ''}, true),
      set_config('pupitre.origine', ${viewer?.userId === null && origine !== 'MASSE' ? 'API' : origine}, true)`
}

/** The act that a transaction was told to be. */
export async function acteOf(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ acte: string }[]>`SELECT current_setting('pupitre.acte') AS acte`
  if (!row) throw new Error('a setting is one row')
  return row.acte
}
