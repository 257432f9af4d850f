import { ficheLists } from './fiche-lists.ts'
import type { ListedQuery, Subject } from './listed-query.ts'
import { plansList, searches, wholePlan } from './other-queries.ts'

/** Everything that is timed. */
export function listedQueries(subject: Subject): ListedQuery[] {
  return [...ficheLists(subject), plansList(subject), wholePlan(subject), ...searches(subject)]
}
