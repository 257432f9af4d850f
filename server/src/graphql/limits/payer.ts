import type { Viewer } from '../../domain/viewer.ts'
import { networkOf } from '../../auth/rate-limits.ts'

/** Whose budget a request spends: the person's, however many pages and sessions they have; for whoever is not signed in, the network's. */
export function payerOf({ viewer, ip }: { viewer: Viewer | null; ip: string }): string {
  return viewer ? `user:${viewer.userId}` : `network:${networkOf(ip)}`
}

/** Subscriptions of those who are not signed in, who hear of nothing yet: together. */
export const ANONYMOUS_SOCKETS = 'network:sockets'
