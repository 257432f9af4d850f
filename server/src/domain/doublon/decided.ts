import { z } from 'zod'
import type { Reading } from './read-compared.ts'

const pairRow = z.object({ ficheId: z.string(), autreId: z.string() })

/** The pairs of a collectivité on which somebody has decided: linked as DOUBLON, or dismissed. `<smaller id> <other id>` each. */
export async function readDecided(
  { prisma }: Pick<Reading, 'prisma'>,
  collectiviteId: string,
): Promise<ReadonlySet<string>> {
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT fiche_id AS "ficheId", autre_id AS "autreId" FROM lien JOIN fiche ON fiche.id = fiche_id
    WHERE fiche.collectivite_id = ${collectiviteId}::uuid AND type = 'DOUBLON'
    UNION ALL
    SELECT fiche_id, autre_id FROM doublon_ecarte JOIN fiche ON fiche.id = fiche_id
    WHERE fiche.collectivite_id = ${collectiviteId}::uuid`
  return new Set(rows.map((row) => pairRow.parse(row)).map(({ ficheId, autreId }) => `${ficheId} ${autreId}`))
}
