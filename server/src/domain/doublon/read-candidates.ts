import { Prisma } from '@pupitre/prisma'
import { z } from 'zod'
import { normaliseNom } from '../service/normalise-nom.ts'
import { readableFichesSql } from '../rights/readable-sql.ts'
import type { FicheComparee } from './compare-fiches.ts'
import { MAX_CANDIDATES } from './doublon-rules.ts'
import { type FicheLue, ficheLue, ficheLueSql, type Reading } from './read-compared.ts'
import { requeteOf } from './requete.ts'

/** A word of the titre counts as much as this many of the other texts. */
const TITRE_WEIGHT = 4

/** Shorter titres have too few trigrams to be looked for by them. */
const MIN_CLE_LETTERS = 4

const candidateRow = ficheLue.extend({ sourceId: z.string() })

interface Candidate {
  sourceId: string
  lue: FicheLue
}

/**
 * What may be close to fiches, in one statement: by words of their texts, and by the letters of their titre for what is mistyped.
 * Both are read by an index, and judged there and then: what the viewer may not read takes nobody's place.
 */
export async function readCandidates(
  { prisma, viewer }: Reading,
  asked: readonly FicheComparee[],
): Promise<Candidate[]> {
  const sources = asked
    .map(({ lue, empreinte }) => ({ lue, requete: requeteOf(empreinte), cle: normaliseNom(lue.titre) }))
    .flatMap(({ requete, ...source }) => (requete ? [{ ...source, requete }] : []))
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT source.id AS "sourceId", ${ficheLueSql(viewer)}
    FROM unnest(
      ${sources.map(({ lue }) => lue.id)}::uuid[], ${sources.map(({ lue }) => lue.familleId)}::uuid[],
      ${sources.map(({ lue }) => lue.collectiviteId)}::uuid[], ${sources.map(({ requete }) => requete.titres)}::text[]::tsquery[],
      ${sources.map(({ requete }) => requete.textes)}::text[]::tsquery[],
      ${sources.map(({ requete }) => requete.rang)}::text[]::tsquery[],
      ${sources.map(({ cle }) => cle)}::text[]) AS source(id, famille_id, collectivite_id, titres, textes, rang, cle)
    CROSS JOIN LATERAL (
      SELECT id FROM (
        SELECT matched.id
        FROM (
          SELECT DISTINCT fiche.id
          FROM fiche_text AS texte JOIN fiche ON fiche.id = texte.fiche_id
          WHERE (texte.recherche @@ source.textes OR texte.field = 'titre' AND texte.recherche @@ source.titres)
            AND texte.field IN ('titre', 'description', 'objectifs') AND ${comparable(viewer)}
        ) AS matched JOIN fiche_text AS texte ON texte.fiche_id = matched.id
        WHERE texte.field IN ('titre', 'description', 'objectifs')
        GROUP BY matched.id
        ORDER BY sum(ts_rank(texte.recherche, source.rang)
          * CASE texte.field WHEN 'titre' THEN ${TITRE_WEIGHT}::int ELSE 1 END) DESC, matched.id
        LIMIT ${MAX_CANDIDATES}::int
      ) AS by_words
      UNION
      SELECT id FROM (
        SELECT fiche.id FROM fiche
        WHERE length(source.cle) >= ${MIN_CLE_LETTERS}::int AND fiche_cle(fiche.titre) % source.cle AND ${comparable(viewer)}
        ORDER BY similarity(fiche_cle(fiche.titre), source.cle) DESC, fiche.id
        LIMIT ${MAX_CANDIDATES}::int
      ) AS by_letters
    ) AS found
    JOIN fiche ON fiche.id = found.id`
  return rows.map((row) => {
    const { sourceId, ...lue } = candidateRow.parse(row)
    return { sourceId, lue }
  })
}

/** What is compared with `source`: of its collectivité, readable, of another family, and nobody has decided on the two yet. */
function comparable(viewer: Reading['viewer']): Prisma.Sql {
  const ends = Prisma.sql`fiche_id = least(fiche.id, source.id) AND autre_id = greatest(fiche.id, source.id)`
  return Prisma.sql`
    fiche.collectivite_id = source.collectivite_id AND coalesce(fiche.parent_id, fiche.id) <> source.famille_id
    AND ${readableFichesSql(viewer)}
    AND NOT EXISTS (SELECT 1 FROM lien WHERE type = 'DOUBLON' AND ${ends})
    AND NOT EXISTS (SELECT 1 FROM doublon_ecarte WHERE ${ends})`
}
