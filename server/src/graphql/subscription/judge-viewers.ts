import { isDeepStrictEqual } from 'node:util'
import { CLOSE_CODES } from '@pupitre/document'
import { credentialIdOf, type Viewer } from '../../domain/viewer.ts'
import type { Subscriber } from './subscriber.ts'

interface Judging {
  viewers: ReadonlyMap<Subscriber, Viewer | null>
  /** A viewer as they are now, from their session; null when it has ended. */
  reloadViewer: (viewer: Viewer) => Promise<Viewer | null>
}

/**
 * Closes the sockets of those whose session has ended, or whose memberships, or what of theirs grants name, are others than when they
 * came: they are judged anew.
 */
export async function judgeViewers({ viewers, reloadViewer }: Judging): Promise<void> {
  const bySession = new Map<string, { viewer: Viewer; sockets: Subscriber[] }>()
  for (const [socket, viewer] of viewers) {
    if (!viewer) continue
    const known = bySession.get(credentialIdOf(viewer))
    if (known) known.sockets.push(socket)
    else bySession.set(credentialIdOf(viewer), { viewer, sockets: [socket] })
  }
  for (const { viewer, sockets: theirs } of bySession.values()) {
    const now = await reloadViewer(viewer)
    if (now && isDeepStrictEqual(rightsOf(now), rightsOf(viewer))) continue
    for (const socket of theirs) socket.close(CLOSE_CODES.rightsChanged, '')
  }
}

/** The database gives them in any order. */
function rightsOf({ memberships, grantee }: Viewer): unknown {
  const places = memberships
    .map(({ serviceIds, ...membership }) => ({ ...membership, serviceIds: serviceIds.toSorted() }))
    .toSorted((a, b) => a.collectiviteId.localeCompare(b.collectiviteId))
  return { places, grantee }
}
