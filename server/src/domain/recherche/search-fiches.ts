import { Prisma, type PrismaClient } from '@pupitre/prisma'
import { z } from 'zod'
import { parseInput } from '../parse-input.ts'
import { readableFichesSql } from '../rights/readable-sql.ts'
import type { Viewer } from '../viewer.ts'
import { MAX_RECHERCHE_CHARACTERS, searchTerms } from './search-terms.ts'

/** Most fiches that one search answers. */
export const MAX_FOUND = 50

/** A word of the titre counts as much as this many of the other texts. */
const TITRE_WEIGHT = 4

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
 * The fiches that the viewer may read and whose texts hold every word of a search, the closest first: French stems, accents and
 * case apart, the last word possibly unfinished. No word finds nothing.
 * @throws ValidationError
 */
export async function searchFiches(
  { prisma, viewer }: { prisma: Pick<PrismaClient, '$queryRaw'>; viewer: Viewer | null },
  input: z.input<typeof searchSchema>,
): Promise<FoundFiche[]> {
  const { recherche, first } = parseInput(searchSchema, input)
  const terms = searchTerms(recherche)
  if (terms.length === 0) return []
  const queries = terms.map((term, index) =>
    index === terms.length - 1
      ? Prisma.sql`to_tsquery('pupitre', ${`${term}:*`})`
      : Prisma.sql`plainto_tsquery('pupitre', ${term})`,
  )
  // Each word may stand in another text of the fiche. A word too common to be indexed (« de ») holds nothing back.
  const holdsAll = queries.map(
    (query) => Prisma.sql`AND (numnode(${query}) = 0 OR EXISTS (
      SELECT 1 FROM fiche_text AS holder WHERE holder.fiche_id = fiche.id AND holder.recherche @@ ${query}))`,
  )
  const any = Prisma.join(queries, ' || ')
  return prisma.$queryRaw<FoundFiche[]>`
    WITH found AS (
      SELECT fiche.id, fiche.titre,
        sum(ts_rank(texte.recherche, ${any}) * CASE texte.field WHEN 'titre' THEN ${TITRE_WEIGHT}::int ELSE 1 END) AS rang
      FROM fiche_text AS texte JOIN fiche ON fiche.id = texte.fiche_id
      WHERE texte.recherche @@ (${any}) AND ${readableFichesSql(viewer)} ${Prisma.join(holdsAll, ' ')}
      GROUP BY fiche.id
      ORDER BY rang DESC, fiche.titre, fiche.id
      LIMIT ${first}
    )
    SELECT found.id, passage.extrait
    FROM found LEFT JOIN LATERAL (
      SELECT ts_headline('pupitre', plain, ${any}, 'StartSel="", StopSel="", MaxWords=24, MinWords=12, MaxFragments=1') AS extrait
      FROM fiche_text
      WHERE fiche_id = found.id AND field <> 'titre' AND recherche @@ (${any})
      ORDER BY ts_rank(recherche, ${any}) DESC, field
      LIMIT 1
    ) AS passage ON true
    ORDER BY found.rang DESC, found.titre, found.id`
}
