import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

// Held by the one process that starts and stops the cluster, for as long as it lives: PostgreSQL lets go of it when the
// process dies, however it dies.
const OWNERSHIP_LOCK = 7_482_195_531

const POLL_MS = 50

/** The right to stop the cluster. */
export interface Ownership {
  /** Resolves when it ends, released or not: PostgreSQL has stopped, or ended this connection. */
  lost: Promise<void>
  release(): Promise<void>
}

/** Null when another process still owns the cluster after `patienceMs`: enough for PostgreSQL to notice that a killed one is gone. */
export async function takeOwnership({
  connectionString,
  patienceMs,
}: {
  connectionString: string
  patienceMs: number
}): Promise<Ownership | null> {
  const client = new pg.Client({ connectionString })
  // The cluster is stopped with this connection open, so that nobody owns it in between: its end is expected.
  client.on('error', () => undefined)
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  await client.connect()
  const deadline = Date.now() + patienceMs
  while (true) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      OWNERSHIP_LOCK,
    ])
    if (rows[0]?.taken) return { lost, release: () => client.end().catch(() => undefined) }
    if (Date.now() > deadline) {
      await client.end()
      return null
    }
    await delay(POLL_MS)
  }
}
