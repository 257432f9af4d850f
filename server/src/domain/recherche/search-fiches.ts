import { Prisma, type PrismaClient } from '@pupitre/prisma'
import { z } from 'zod'
import { parseInput } from '../parse-input.ts'
import { reachedCollectivitesSql, readableFichesSql } from '../rights/readable-sql.ts'
import type { Viewer } from '../viewer.ts'
import { MAX_RECHERCHE_CHARACTERS } from './search-terms.ts'
import { wordQueriesSql } from './word-queries.ts'

/** Most fiches that one search answers. */
export const MAX_FOUND = 50

/** Of D, C, B and A: a word of the titre, which is A, counts as much as four of the other texts. */
const RANK_WEIGHTS = [0.1, 0.1, 0.1, 0.4]

const searchSchema = z.object({
  recherche: z.string().refine((text) => [...text].length <= MAX_RECHERCHE_CHARACTERS, {
    error: `Une recherche tient en ${MAX_RECHERCHE_CHARACTERS} caractères.`,
    params: { code: 'RECHERCHE_TOO_LONG' },
  }),
  first: z.number().int().min(1).max(MAX_FOUND, `On demande ${MAX_FOUND} fiches au plus.`),
})

export interface FoundFiche {
  id: string
  /** A passage of its texts, in which a word that was looked for stands; null when only the titre has some. */
  extrait: string | null
}

/**
 * The fiches that the viewer may read and whose texts hold every word of a search, those whose titre holds them all first, then the
 * closest first: French stems, accents and case apart, the last word possibly unfinished. No word finds nothing.
 * @throws ValidationError
 */
export async function searchFiches(
  { prisma, viewer }: { prisma: Pick<PrismaClient, '$queryRaw'>; viewer: Viewer | null },
  input: z.input<typeof searchSchema>,
): Promise<FoundFiche[]> {
  const { recherche, first } = parseInput(searchSchema, input)
  const queries = wordQueriesSql(recherche)
  if (queries.length === 0) return []
  const every = Prisma.join(queries, ' && ')
  const any = Prisma.join(queries, ' || ')
  const asked = { viewer, any, first }
  return prisma.$queryRaw<FoundFiche[]>`
    WITH by_titre AS MATERIALIZED (${closestSql({ ...asked, words: Prisma.sql`titre @@ (${every})` })}),
    by_textes AS MATERIALIZED (${closestSql({
      ...asked,
      words: Prisma.sql`textes @@ (${every}) AND NOT titre @@ (${every}) AND (SELECT count(*) FROM by_titre) < ${first}`,
    })}),
    found AS (
      SELECT fiche_id, rang, true AS in_titre FROM by_titre
      UNION ALL SELECT fiche_id, rang, false FROM by_textes
      ORDER BY in_titre DESC, rang DESC, fiche_id
      LIMIT ${first}
    )
    SELECT found.fiche_id AS id, passage.extrait
    FROM found LEFT JOIN LATERAL (
      SELECT ts_headline('pupitre', plain, ${any}, 'StartSel="", StopSel="", MaxWords=24, MinWords=12, MaxFragments=1') AS extrait
      FROM fiche_text
      WHERE fiche_id = found.fiche_id AND field <> 'titre' AND recherche @@ (${any})
      ORDER BY ts_rank(recherche, ${any}) DESC, field
      LIMIT 1
    ) AS passage ON true
    ORDER BY found.in_titre DESC, found.rang DESC, found.fiche_id`
}

/**
 * The closest fiches among those whose words answer a condition on `fiche_recherche`. They are ranked before they are judged, and judged in
 * that order until there are enough: a frequent word stands in thousands.
 */
function closestSql({
  viewer,
  any,
  words,
  first,
}: {
  viewer: Viewer | null
  /** What makes a fiche close: each word that was asked. */
  any: Prisma.Sql
  words: Prisma.Sql
  first: number
}): Prisma.Sql {
  return Prisma.sql`
    SELECT ranked.fiche_id, ranked.rang FROM (
      SELECT fiche_id, ts_rank(${RANK_WEIGHTS}::float4[], textes, ${any}) AS rang FROM fiche_recherche
      WHERE collectivite_id = ANY (${reachedCollectivitesSql(viewer)}) AND ${words}
      ORDER BY rang DESC, fiche_id OFFSET 0
    ) AS ranked
    WHERE EXISTS (SELECT 1 FROM fiche WHERE fiche.id = ranked.fiche_id AND ${readableFichesSql(viewer)} OFFSET 0)
    ORDER BY ranked.rang DESC, ranked.fiche_id
    LIMIT ${first}`
}
