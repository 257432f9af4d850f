import { createHash, randomBytes } from 'node:crypto'
import { type DocumentRef, documentPath, parseDocumentPath } from '@pupitre/document'
import type { PrismaClient } from '@pupitre/prisma'
import { judgeDocument } from '../domain/rights/judge-document.ts'
import type { Viewer } from '../domain/viewer.ts'
import { reloadKeyViewer } from './key-viewer.ts'
import { loadViewer } from './load-viewer.ts'
import { orNobody, seeAs } from './see-as.ts'

/** From the request of a ticket to the opening of its websocket. */
export const TICKET_LIFETIME_MS = 60_000

/** 256 bits: nobody guesses it. */
const TICKET_BYTES = 32

export interface SyncTickets {
  /**
   * A ticket that opens one websocket, on the document at this path, within 60 s; only its hash is stored.
   * null when there is no such document, or the viewer may not read it.
   */
  issueTicket(request: { viewer: Viewer; path: string }): Promise<string | null>
  /**
   * Who asked for the ticket, with their rights as of now; null when it was used, expired, is for another document, its session or its
   * key ended, or they may see as the member no more.
   */
  redeemTicket(request: { ticket: string; ref: DocumentRef }): Promise<Viewer | null>
}

/** A ticket that is used: a session asked for it, or a key. */
interface Spent {
  sessionId: string | null
  /** As whom the session's admin sees. */
  membreId: string | null
  apiKeyId: string | null
  path: string
  expiresAt: Date
}

export function createSyncTickets({ prisma, clock }: { prisma: PrismaClient; clock: () => Date }): SyncTickets {
  async function issueTicket({ viewer, path }: { viewer: Viewer; path: string }): Promise<string | null> {
    const ref = parseDocumentPath(path)
    if (!ref || !(await judgeDocument({ prisma, viewer, ref }))) return null

    const ticket = randomBytes(TICKET_BYTES).toString('base64url')
    const now = clock()
    await prisma.syncTicket.deleteMany({ where: { expiresAt: { lte: now } } })
    await prisma.syncTicket.create({
      data: {
        hash: hashOf(ticket),
        ...(viewer.userId === null
          ? { apiKeyId: viewer.key.id }
          : { sessionId: viewer.sessionId, membreId: viewer.seeingAs?.membreId ?? null }),
        path,
        expiresAt: new Date(now.getTime() + TICKET_LIFETIME_MS),
      },
    })
    return ticket
  }

  async function redeemTicket({ ticket, ref }: { ticket: string; ref: DocumentRef }): Promise<Viewer | null> {
    // One statement, so that of two sockets which present the ticket at once, one opens. A ticket shown at the wrong door is spent too.
    const [spent] = await prisma.$queryRaw<Spent[]>`
      DELETE FROM sync_ticket WHERE hash = ${hashOf(ticket)}
      RETURNING session_id AS "sessionId", membre_id AS "membreId", api_key_id AS "apiKeyId", path, expires_at AS "expiresAt"`
    const now = clock()
    if (!spent || spent.path !== documentPath(ref) || spent.expiresAt <= now) return null

    if (spent.apiKeyId !== null) return reloadKeyViewer({ prisma, now }, spent.apiKeyId)
    if (spent.sessionId === null) return null
    const viewer = (await loadViewer(prisma, { session: { id: spent.sessionId }, now }))?.viewer ?? null
    return spent.membreId === null ? viewer : seeAs({ prisma, viewer }, spent.membreId).catch(orNobody)
  }

  return { issueTicket, redeemTicket }
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex')
}
