import { Prisma } from '@pupitre/prisma'
import { MAX_RECHERCHE_CHARACTERS } from '../../domain/recherche/search-terms.ts'
import { wordQueriesSql } from '../../domain/recherche/word-queries.ts'
import { reachedCollectivitesSql } from '../../domain/rights/readable-sql.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { badInput } from '../connection/page-arguments.ts'

/** Whether a fiche is late, where its collectivité is, as `isEnRetard` says; of a query which calls it `fiche`. */
export const enRetardSql = Prisma.sql`(
  fiche.date_fin IS NOT NULL AND (fiche.statut IS NULL OR fiche.statut NOT IN ('REALISE', 'ABANDONNE'))
  AND fiche.date_fin < (SELECT (now() AT TIME ZONE collectivite.time_zone)::date FROM collectivite WHERE collectivite.id = fiche.collectivite_id))`

/** Fiches whose texts hold every word of a search; nothing asked without a word. @throws GraphQLError BAD_USER_INPUT */
export function foundSql(recherche: string | null | undefined, viewer: Viewer | null): Prisma.Sql[] {
  if (recherche == null) return []
  if ([...recherche].length > MAX_RECHERCHE_CHARACTERS)
    throw badInput(`Une recherche tient en ${MAX_RECHERCHE_CHARACTERS} caractères.`)
  const queries = wordQueriesSql(recherche)
  if (queries.length === 0) return []
  return [
    Prisma.sql`fiche.id = ANY (ARRAY(
      SELECT fiche_recherche.fiche_id FROM fiche_recherche
      WHERE fiche_recherche.collectivite_id = ANY (${reachedCollectivitesSql(viewer)})
        AND fiche_recherche.textes @@ (${Prisma.join(queries, ' && ')})))`,
  ]
}
