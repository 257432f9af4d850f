/** Away from their first page for so long, a member comes back: what others did meanwhile is news. A reload and a meeting are not. */
export const VISITE_GAP_MS = 60 * 60 * 1000

/** What is kept of when a member looked at their first page. */
export interface Visites {
  /** When they did last; null: never. */
  vuAt: Date | null
  /** When the visit before that one ended; null: there was none. */
  visitePrecedenteAt: Date | null
}

/** When the visit before the one of now ended, whether or not that of now is noted yet; null at the first one. */
export function derniereVisite({ vuAt, visitePrecedenteAt }: Visites, now: Date): Date | null {
  return isAnother(vuAt, now) ? vuAt : visitePrecedenteAt
}

/** What is kept once they look at it now. */
export function visitesAt(visites: Visites, now: Date): Visites {
  return { vuAt: now, visitePrecedenteAt: derniereVisite(visites, now) }
}

function isAnother(vuAt: Date | null, now: Date): boolean {
  return vuAt !== null && now.getTime() - vuAt.getTime() >= VISITE_GAP_MS
}
