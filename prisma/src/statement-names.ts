/** Statements that a connection keeps planned: each costs it some tens of kilobytes for its life. */
export const MAX_STATEMENTS = 200
/** A statement that comes again and again is worth keeping; lists of many lengths make texts that come once. */
const SIGHTS_BEFORE_NAMED = 3
/** `pg` parses and plans a statement of this name anew each time. */
const UNNAMED = ''
/** Texts that are counted at once, until counting starts again. */
const MAX_COUNTED = 2_000

/**
 * Names the statements that come often, so that PostgreSQL parses and plans them once per connection instead of each time: rights are in
 * every query, which makes planning the larger part of a short one. The first statements to come often keep their names; the rest go unnamed.
 */
export function createStatementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  const sights = new Map<string, number>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MAX_STATEMENTS) return UNNAMED
    const seen = (sights.get(sql) ?? 0) + 1
    if (seen < SIGHTS_BEFORE_NAMED) {
      if (sights.size >= MAX_COUNTED) sights.clear()
      sights.set(sql, seen)
      return UNNAMED
    }
    sights.delete(sql)
    const name = `p${names.size}`
    names.set(sql, name)
    return name
  }
}
