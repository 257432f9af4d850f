import type { Viewer } from '../../domain/viewer.ts'
import { networkOf } from '../../auth/rate-limits.ts'

/**
 * Whose budget a request spends: the person's, however many pages and sessions they have; the key's; for whoever is not signed in, the
 * network's.
 */
export function payerOf({ viewer, ip }: { viewer: Viewer | null; ip: string }): string {
  if (!viewer) return networkPayer(ip)
  return viewer.userId === null ? `key:${viewer.key.id}` : `user:${viewer.userId}`
}

/** Whoever is not known, or shows a key that opens nothing. */
export function networkPayer(ip: string): string {
  return `network:${networkOf(ip)}`
}

/** Subscriptions of those who are not signed in, who hear of nothing yet: together. */
export const ANONYMOUS_SOCKETS = 'network:sockets'
