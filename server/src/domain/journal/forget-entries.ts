import type { PrismaClient } from '@pupitre/prisma'

/** Entries taken away in one transaction: some tens of milliseconds, beside people who work. */
const BATCH = 5_000

/** Takes away the entries of the journal that are more than so many years old, and says how many there were. `signal`: leaves the rest for later. */
export async function forgetEntries(
  prisma: PrismaClient,
  { years, signal }: { years: number; signal?: AbortSignal },
): Promise<number> {
  let forgotten = 0
  for (;;) {
    if (signal?.aborted) return forgotten
    const [, taken] = await prisma.$transaction([
      prisma.$executeRaw`SELECT set_config('pupitre.retention', 'on', true)`,
      prisma.$executeRaw`
        DELETE FROM journal_entry WHERE (acte, rang) IN (
          SELECT acte, rang FROM journal_entry WHERE at < now() - make_interval(years => ${years}::int) LIMIT ${BATCH}
        )`,
    ])
    forgotten += taken
    if (taken < BATCH) return forgotten
  }
}
