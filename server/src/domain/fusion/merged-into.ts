import type { Prisma } from '@pupitre/prisma'

/** Merges in a row that are followed: nobody makes so many. */
const MAX_MERGES = 100

/** The fiche that what a fiche said has come to, merge after merge; null when it was not merged. Who may read it is another question. */
export async function mergedInto(
  prisma: Pick<Prisma.TransactionClient, '$queryRaw'>,
  ficheId: string,
): Promise<string | null> {
  const [row] = await prisma.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE merged AS (
      SELECT dans_id, 1 AS depth FROM fusion WHERE fiche_id = ${ficheId}::uuid
      UNION ALL SELECT fusion.dans_id, depth + 1 FROM merged JOIN fusion ON fusion.fiche_id = merged.dans_id WHERE depth < ${MAX_MERGES}
    )
    SELECT dans_id AS id FROM merged ORDER BY depth DESC LIMIT 1`
  return row?.id ?? null
}
