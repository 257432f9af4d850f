import type { IncomingMessage } from 'node:http'
import {
  type DocumentRef,
  parseDocumentPath,
  SEEING_AS_PARAM,
  SUBSCRIPTION_STREAMS_PATH,
  TICKET_PARAM,
} from '@pupitre/document'
import { orNobody } from '../auth/see-as.ts'
import type { Viewer } from '../domain/viewer.ts'

/** Who may come in: the same for a websocket and for a stream. */
export interface Door {
  /** Origins whose pages may use the session's cookie. */
  isTrustedOrigin: (origin: string) => boolean
  /** The session's viewer; null when nobody is signed in. Rejects with SeeingAsRefusedError. */
  identify: (request: IncomingMessage) => Promise<Viewer | null>
  /** The viewer of a one-time ticket for this document; null when it does not hold. */
  redeemTicket: (visit: { ref: DocumentRef; ticket: string }) => Promise<Viewer | null>
  /** A viewer who sees as the member of this uuid. Rejects with SeeingAsRefusedError. */
  seeAs: (viewer: Viewer | null, membreId: string) => Promise<Viewer>
}

const SYNC_PREFIX = '/sync/'
const SUBSCRIPTIONS = '/graphql'

/** What an address of this server leads to: a live document or the subscriptions; null for every other. */
export function destinationOf(request: IncomingMessage): { url: URL; ref: DocumentRef | null } | null {
  const url = URL.parse(request.url ?? '', 'http://localhost')
  if (!url) return null
  const ref = url.pathname.startsWith(SYNC_PREFIX) ? parseDocumentPath(url.pathname.slice(SYNC_PREFIX.length)) : null
  return ref || url.pathname === SUBSCRIPTIONS || url.pathname === SUBSCRIPTION_STREAMS_PATH ? { url, ref } : null
}

/** Browsers always say where a socket or a POST comes from; without this, any site could use the visitor's session. */
export function isFromHere(door: Door, { headers: { origin } }: IncomingMessage): boolean {
  return origin === undefined || door.isTrustedOrigin(origin)
}

interface Visit {
  request: IncomingMessage
  url: URL
  ref: DocumentRef | null
}

/** Who comes: by the ticket of the address if there is one, else by the session; seen as the member that the address names. Whoever may not is nobody. */
export function visitorOf(door: Door, visit: Visit): Promise<Viewer | null> {
  return visitorAsAsked(door, visit).catch(orNobody)
}

async function visitorAsAsked(door: Door, { request, url, ref }: Visit): Promise<Viewer | null> {
  const ticket = url.searchParams.get(TICKET_PARAM)
  const viewer = await (ref && ticket !== null ? door.redeemTicket({ ref, ticket }) : door.identify(request))
  const seen = url.searchParams.get(SEEING_AS_PARAM)
  return seen === null ? viewer : door.seeAs(viewer, seen)
}
