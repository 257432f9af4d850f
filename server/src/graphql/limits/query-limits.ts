/** Largest page of any list. */
export const MAX_PAGE_SIZE = 100

/**
 * What one operation may ask for. A page of 100 fiches with its places, or a whole plan's tree, stay well
 * within; a list in a list in a list does not.
 */
export const QUERY_LIMITS = {
  /** Levels of fields. The deepest of our own pages has 9. */
  depth: 14,
  /** Fields asked, each counted once. A fiche with all its fields and lists, the largest of our pages, asks for less than 400. */
  breadth: 600,
  /** Fields answered, each multiplied by the sizes of the pages that hold it. */
  complexity: 50_000,
}

/** Tokens of a document: a query, its fragments and GraphiQL's introspection fit several times. */
export const MAX_TOKENS = 4_000

/** Aliases of one document: enough for a page, too few to guess passwords or identifiers. */
export const MAX_ALIASES = 30
