import type { Prisma } from '@pupitre/prisma'

/** The fiches that a member pilots: the same text for two members who pilot the same ones; null for none. */
export interface Pilotage {
  fiches: string | null
  /** Those among them that are restricted. */
  restreintes: string | null
}

const NONE: Pilotage = { fiches: null, restreintes: null }

/** What each of these members pilots, in their order, by one statement. */
export async function pilotagesOf(
  prisma: Pick<Prisma.TransactionClient, '$queryRaw'>,
  membreIds: readonly string[],
): Promise<Pilotage[]> {
  const rows = await prisma.$queryRaw<(Pilotage & { membreId: string })[]>`
    SELECT personne.membre_id AS "membreId",
      string_agg(fiche.id::text, ' ' ORDER BY fiche.id) AS fiches,
      string_agg(fiche.id::text, ' ' ORDER BY fiche.id) FILTER (WHERE fiche.restreinte) AS restreintes
    FROM personne
      JOIN fiche_pilote ON fiche_pilote.personne_id = personne.id
      JOIN fiche ON fiche.id = fiche_pilote.fiche_id
    WHERE personne.membre_id = ANY (${[...membreIds]}::uuid[])
    GROUP BY personne.membre_id`
  const byMembre = new Map(rows.map(({ membreId, ...pilotage }) => [membreId, pilotage]))
  return membreIds.map((id) => byMembre.get(id) ?? NONE)
}
