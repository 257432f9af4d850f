import type { JournalOrigine } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../transaction.ts'

/** Who does what is done in a transaction, and by what way. */
export interface Acte {
  /** null: nobody is signed in. */
  userId: string | null
  origine: JournalOrigine
}

/**
 * Tells the triggers of the journal whose act a transaction is, before it changes anything: what it changes is written under this
 * name, and nothing of it when the transaction is undone. Without it, it is the system's.
 */
export async function tellActe(tx: Tx, { userId, origine }: Acte): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('pupitre.acte', ${uuidv7()}, true), set_config('pupitre.auteur', ${userId ?? ''}, true),
      set_config('pupitre.origine', ${origine}, true)`
}
