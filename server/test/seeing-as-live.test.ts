import { setImmediate } from 'node:timers/promises'
import { CLOSE_CODES, decodeServerFrame, encodeStep1, encodeUpdate, SEEING_AS_PARAM } from '@pupitre/document'
import { describe, expect, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { reloadViewer } from '../src/auth/reload-viewer.ts'
import { seeAs } from '../src/auth/see-as.ts'
import { createSyncTickets } from '../src/auth/sync-tickets.ts'
import { judgeViewers } from '../src/graphql/subscription/judge-viewers.ts'
import type { Factories, Person } from './factories.ts'
import type { GraphqlApp } from './graphql-app.ts'
import { graphqlTest } from './graphql-test.ts'
import { untilHeard, watch } from './watching.ts'

const it = graphqlTest.extend('address', { scope: 'file' }, async ({ app }) =>
  (await app.fastify.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws'),
)

const WATCH_FICHE = `subscription ($uuid: UUID!) {
  ficheChanged(uuid: $uuid) { auteurEstVous fiche { titre viewerCanUpdate } }
}`

const membreIdOf = ({ viewer }: Person) => viewer.memberships[0]?.membreId ?? ''

async function scene({ app, make }: { app: GraphqlApp; make: Factories }) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan, titre: 'Haies' })
  const restricted = await make.fiche({ plan })
  const admin = await make.membre({ collectivite, role: 'ADMIN' })
  const editeur = await make.membre({ collectivite, role: 'EDITEUR' })
  return { collectivite, fiche, restricted, admin, editeur, cookie: await app.signIn(admin.user) }
}

/** A page on a live text: what it is told. */
function enter(address: string, cookie: string) {
  const socket = new WebSocket(address, { headers: { cookie } })
  onTestFinished(() => socket.terminate())
  const told: ReturnType<typeof decodeServerFrame>[] = []
  const page = { told, closed: 0, send: (frame: Uint8Array) => socket.send(frame) }
  socket.binaryType = 'nodebuffer'
  socket.on('message', (data: Buffer) => told.push(decodeServerFrame(new Uint8Array(data))))
  socket.on('close', (code) => (page.closed = code))
  return page
}

describe('the live texts of an admin who sees as a member', () => {
  it('[S120] are open to read, even where that member writes', async ({ app, make, address }) => {
    const { fiche, admin, editeur, cookie } = await scene({ app, make })
    const seen = `${SEEING_AS_PARAM}=${membreIdOf(editeur)}`
    const page = enter(`${address}/sync/fiche/${fiche.id}?ack=1&${seen}`, cookie)
    const colleague = enter(`${address}/sync/fiche/${fiche.id}?ack=1`, cookie)
    const doc = new Y.Doc()
    for (const each of [page, colleague]) {
      await expect.poll(() => each.told.length).toBeGreaterThan(0)
      each.send(encodeStep1(Y.encodeStateVector(doc)))
    }
    await expect.poll(() => page.told).toContainEqual(hello('read'))
    await expect.poll(() => colleague.told).toContainEqual(hello('write'))
    doc.getText('description').insert(0, 'Bonjour')
    page.send(encodeUpdate(Y.encodeStateAsUpdate(doc)))
    await expect.poll(() => page.told).toContainEqual({ kind: 'refused', ordinal: 1, reason: 'readOnly' })
    expect(admin.viewer.memberships[0]?.role).toBe('ADMIN')
  })

  it('[S120] are nobody’s where the member does not read them or may not be seen as', async ({
    app,
    make,
    prisma,
    address,
  }) => {
    const { fiche, restricted, editeur, cookie } = await scene({ app, make })
    await prisma.fiche.update({ where: { id: restricted.id }, data: { restreinte: true } })
    const hidden = enter(`${address}/sync/fiche/${restricted.id}?${SEEING_AS_PARAM}=${membreIdOf(editeur)}`, cookie)
    await expect.poll(() => hidden.closed).toBe(CLOSE_CODES.notFound)
    const stranger = membreIdOf(await make.membre())
    const refused = enter(`${address}/sync/fiche/${fiche.id}?${SEEING_AS_PARAM}=${stranger}`, cookie)
    await expect.poll(() => refused.closed).toBe(CLOSE_CODES.signedOut)
  })

  it('[S120] are opened by a ticket that keeps as whom, until the admin is one no more', async ({
    app,
    make,
    prisma,
  }) => {
    const { fiche, restricted, admin, editeur } = await scene({ app, make })
    await prisma.fiche.update({ where: { id: restricted.id }, data: { restreinte: true } })
    const tickets = createSyncTickets({ prisma, clock: () => new Date() })
    const viewer = await seeAs({ prisma, viewer: admin.viewer }, membreIdOf(editeur))
    expect(await tickets.issueTicket({ viewer, path: `fiche/${restricted.id}` })).toBeNull()
    const issue = async () => (await tickets.issueTicket({ viewer, path: `fiche/${fiche.id}` })) ?? ''
    const ref = { kind: 'fiche', uuid: fiche.id } as const
    expect(await tickets.redeemTicket({ ticket: await issue(), ref })).toEqual(viewer)
    const ticket = await issue()
    await prisma.membre.update({ where: { id: membreIdOf(admin) }, data: { role: 'EDITEUR' } })
    expect(await tickets.redeemTicket({ ticket, ref })).toBeNull()
  })
})

describe('the subscriptions of an admin who sees as a member', () => {
  it('tell what that member is told, and that nothing may be done', async ({ app, make, prisma, address }) => {
    const { fiche, restricted, admin, editeur, cookie } = await scene({ app, make })
    await prisma.fiche.update({ where: { id: restricted.id }, data: { restreinte: true } })
    const url = `${address}/graphql?${SEEING_AS_PARAM}=${membreIdOf(editeur)}`
    const watched = watch(url, { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
    const hidden = watch(url, { query: WATCH_FICHE, variables: { uuid: restricted.id }, cookie })
    const mine = watch(url, { query: 'subscription { mesFichesChanged { at } }', cookie })
    const tell = ({ user }: Person) =>
      app.bus.publish([
        { kind: 'fiche', ficheId: fiche.id, fields: ['statut'], by: { userId: user.id, name: '' }, at: new Date() },
      ])
    await untilHeard(watched, () => tell(editeur))
    expect(watched.heard[0]).toEqual({
      data: { ficheChanged: { auteurEstVous: true, fiche: { titre: 'Haies', viewerCanUpdate: false } } },
    })
    await expect.poll(() => hidden.heard).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }])
    const tellMine = ({ user }: Person) =>
      app.bus.publish([{ kind: 'mesFiches', userId: user.id, ficheIds: null, by: null, at: new Date() }])
    tellMine(admin)
    await setImmediate()
    expect(mine.heard).toEqual([])
    await untilHeard(mine, () => tellMine(editeur))
    await Promise.all([watched, hidden, mine].map(({ stop }) => stop()))
  })

  it('are closed when the rights of either of the two change', async ({ app, make, address }) => {
    const { fiche, admin, editeur, cookie } = await scene({ app, make })
    const url = `${address}/graphql?${SEEING_AS_PARAM}=${membreIdOf(editeur)}`
    for (const { user } of [admin, editeur]) {
      const watched = watch(url, { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
      await untilHeard(watched, () =>
        app.bus.publish([{ kind: 'fiche', ficheId: fiche.id, fields: [], by: null, at: new Date() }]),
      )
      app.bus.publishRights({ userIds: [user.id] })
      await expect.poll(() => watched.closed).toEqual({ code: CLOSE_CODES.rightsChanged })
    }
  })

  it('are judged again as both, apart from those that the admin opened as themselves', async ({
    app,
    make,
    prisma,
  }) => {
    const { collectivite, admin, editeur } = await scene({ app, make })
    const service = await make.service({ collectivite })
    const reload = (viewer: Parameters<typeof reloadViewer>[1]) => reloadViewer({ prisma, now: new Date() }, viewer)
    const closed: string[] = []
    const socket = (name: string) => ({ close: () => closed.push(name) })
    const own = await reload(admin.viewer)
    const seeing = await seeAs({ prisma, viewer: admin.viewer }, membreIdOf(editeur))
    const viewers = new Map([
      [socket('own'), own],
      [socket('seeing'), seeing],
    ])
    const judge = () => judgeViewers({ viewers, reloadViewer: reload })
    await judge()
    expect(closed).toEqual([])
    await prisma.membreService.create({
      data: { membreId: membreIdOf(editeur), serviceId: service.id, collectiviteId: collectivite.id },
    })
    await judge()
    expect(closed).toEqual(['seeing'])
    await prisma.membre.update({ where: { id: membreIdOf(admin) }, data: { role: 'EDITEUR' } })
    expect(await reload(seeing)).toBeNull()
    await prisma.session.deleteMany({ where: { userId: admin.user.id } })
    expect(await reload(seeing)).toBeNull()
  })
})

function hello(access: 'read' | 'write') {
  return { kind: 'hello', hello: { epoch: expect.any(String), access } }
}
