import type { FeedAudience } from '@pupitre/prisma'
import { unrestrictedCollectiviteIds } from '../rights/readable.ts'
import type { KeyViewer, Viewer } from '../viewer.ts'

/** A feed, by who reads it and what it is of. */
export interface FeedName {
  audience: FeedAudience
  /** null: PUBLIC, of every collectivité; or of a person, wherever they read something. */
  collectiviteId: string | null
  /** Of PERSONNE: who reads it. */
  userId: string | null
}

/** The audiences of a collectivité. */
export const AUDIENCES = ['TOUT', 'AGENT'] as const satisfies readonly FeedAudience[]

export const PUBLIC_FEED: FeedName = { audience: 'PUBLIC', collectiviteId: null, userId: null }

export const feedOfCollectivite = (audience: (typeof AUDIENCES)[number], collectiviteId: string): FeedName => ({
  audience,
  collectiviteId,
  userId: null,
})

/** What tells feeds apart. */
export const keyOfFeed = ({ audience, collectiviteId, userId }: FeedName): string =>
  `${audience} ${collectiviteId ?? ''} ${userId ?? ''}`

/** The feeds of what a viewer reads of their collectivités by their role alone, always in the same order. */
export function ownFeeds(viewer: Viewer | null): FeedName[] {
  const unrestricted = new Set(unrestrictedCollectiviteIds(viewer))
  return (viewer?.memberships ?? [])
    .map(({ collectiviteId }) =>
      feedOfCollectivite(unrestricted.has(collectiviteId) ? 'TOUT' : 'AGENT', collectiviteId),
    )
    .toSorted((one, other) => ((one.collectiviteId ?? '') < (other.collectiviteId ?? '') ? -1 : 1))
}

/** Somebody who reads what an audience does, and nothing else: no grant names them, and they pilot nothing. */
export function typicalReader(audience: FeedAudience, collectiviteIds: readonly string[]): KeyViewer | null {
  if (audience === 'PUBLIC') return null
  return {
    userId: null,
    key: { id: '', scopes: [], createdAt: new Date(0) },
    name: '',
    memberships: collectiviteIds.map((collectiviteId) => ({
      membreId: null,
      collectiviteId,
      role: 'LECTEUR',
      serviceIds: [],
      pilotsRestricted: false,
      readsRestricted: audience === 'TOUT',
    })),
    grantee: { membreIds: [], serviceIds: [], emails: [] },
  }
}
