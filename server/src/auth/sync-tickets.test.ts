import { documentPath } from '@pupitre/document'
import { describe, expect, it } from 'vitest'
import { createFactories } from '../../test/factories.ts'
import { testDatabase } from '../../test/test-database.ts'
import { createSyncTickets, TICKET_LIFETIME_MS } from './sync-tickets.ts'

const { prisma } = testDatabase()
const make = createFactories(prisma)

async function ticketFor({ clock = () => new Date() }: { clock?: () => Date } = {}) {
  const collectivite = await make.collectivite()
  const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
  const { user, viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
  const tickets = createSyncTickets({ prisma, clock })
  const ref = { kind: 'fiche', uuid: fiche.id } as const
  const ticket = await tickets.issueTicket({ viewer, path: documentPath(ref) })
  if (ticket === null) throw new Error('a ticket is issued for what one may read')
  return { tickets, ticket, ref, viewer, user, collectivite }
}

describe('sync tickets', () => {
  it('tell who asked, with their rights as of now', async () => {
    const { tickets, ticket, ref, viewer, user } = await ticketFor()
    await prisma.membre.updateMany({ where: { userId: user.id }, data: { role: 'ADMIN' } })
    const redeemed = await tickets.redeemTicket({ ticket, ref })
    expect(redeemed).toEqual({
      ...viewer,
      memberships: [{ ...viewer.memberships[0], role: 'ADMIN' }],
      grantee: { membreIds: [], serviceIds: [], emails: [] },
    })
  })

  it('open one websocket, even when presented ten times at once', async () => {
    const { tickets, ticket, ref } = await ticketFor()
    const redeemed = await Promise.all(Array.from({ length: 10 }, () => tickets.redeemTicket({ ticket, ref })))
    expect(redeemed.filter((viewer) => viewer !== null)).toHaveLength(1)
  })

  it('open no other document, and are spent by the attempt', async () => {
    const { tickets, ticket, ref } = await ticketFor()
    expect(await tickets.redeemTicket({ ticket, ref: { kind: 'plan', uuid: ref.uuid } })).toBeNull()
    expect(await tickets.redeemTicket({ ticket, ref })).toBeNull()
  })

  it('work for 60 seconds, and not at the end of the sixtieth', async () => {
    for (const [ageMs, works] of [
      [TICKET_LIFETIME_MS - 1, true],
      [TICKET_LIFETIME_MS, false],
    ] as const) {
      let now = new Date()
      const { tickets, ticket, ref } = await ticketFor({ clock: () => now })
      now = new Date(now.getTime() + ageMs)
      expect((await tickets.redeemTicket({ ticket, ref })) !== null).toBe(works)
    }
  })

  it('end with the session that asked for them', async () => {
    const { tickets, ticket, ref, viewer } = await ticketFor()
    await prisma.session.delete({ where: { id: viewer.sessionId } })
    expect(await tickets.redeemTicket({ ticket, ref })).toBeNull()
  })

  it('are stored as their hash only', async () => {
    const { ticket, viewer } = await ticketFor()
    const stored = await prisma.syncTicket.findMany({ where: { sessionId: viewer.sessionId } })
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain(ticket)
  })

  it('are not issued for what one may not read, nor for what is no path', async () => {
    const { tickets, viewer } = await ticketFor()
    const theirs = await make.fiche()
    for (const path of [`fiche/${theirs.id}`, `fiche/${crypto.randomUUID()}`, 'fiche', `axe/${theirs.id}`]) {
      expect(await tickets.issueTicket({ viewer, path })).toBeNull()
    }
  })
})
