/** Largest page of a list. */
export const MAX_PAGE_SIZE = 100

/** Largest page of the tree of a plan, which is shown whole: its rows are small, and each further page is a journey over the network. */
export const MAX_TREE_PAGE_SIZE = 300

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

/** Bytes of a request: a document, and variables that may hold long texts. */
export const MAX_BODY_BYTES = 1024 * 1024

/** Tokens of a document: a query, its fragments and GraphiQL's introspection fit several times. */
export const MAX_TOKENS = 4_000

/** Aliases of one document: enough for a page, too few to guess passwords or identifiers. */
export const MAX_ALIASES = 30

/** Subscriptions of one socket. A page with a plan and a fiche open has five. */
export const MAX_SUBSCRIPTIONS = 100

/** Points that every request costs beside its fields: reading who asks, and parsing a document that may be refused. */
export const REQUEST_POINTS = 50

/**
 * Points that one person may spend in a minute, and at once, unless the server is set otherwise. A page of ours costs some thousands. A core was seen to answer
 * four hundred lists of a hundred rows in a second, some 400,000 points: this is one in sixteen.
 */
export const POINTS_PER_MINUTE = 1_500_000

/** How long a query may take: our slowest pages take less than one second. */
export const QUERY_TIMEOUT_MS = 15_000
