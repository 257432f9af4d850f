import { Prisma } from '@pupitre/prisma'
import { searchTerms } from './search-terms.ts'

/** What each word of a search asks of the words of a text, as PostgreSQL compares them: French stems, the last one possibly unfinished. */
export function wordQueriesSql(recherche: string): Prisma.Sql[] {
  const terms = searchTerms(recherche)
  return terms.map((term, index) =>
    index === terms.length - 1
      ? Prisma.sql`to_tsquery('pupitre', ${`${term}:*`})`
      : Prisma.sql`plainto_tsquery('pupitre', ${term})`,
  )
}
