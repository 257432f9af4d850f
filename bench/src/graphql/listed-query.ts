/** What is known of the instance when the queries are written. */
export interface Subject {
  collectiviteId: string
  siren: string
  /** One of 300 fiches. */
  planId: string
  serviceId: string
  /** The viewer's place there. */
  membreId: string
}

/** Sends one operation; answers its data. @throws Error with what the server refused */
export type Send = (query: string, variables: Record<string, unknown>) => Promise<unknown>

/** One question, asked of the API and by hand. */
export interface ListedQuery {
  name: string
  /** Milliseconds, p95, that the API may take. */
  targetMs: number
  /** Asks it of the API, by as many requests as a page sends. */
  ask: (send: Send) => Promise<unknown>
  /** What a careful hand would write for the same rows, with the same rights: one statement after the other. */
  statements: readonly { text: string; values: readonly unknown[] }[]
}
