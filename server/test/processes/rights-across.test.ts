import { once } from 'node:events'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { CLOSE_CODES } from '@pupitre/document'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { untilHeard, watch } from '../watching.ts'
import { isRedisMissing, openPage, startScene, type Scene } from './scene.ts'

const START_MS = 120_000
/** From the act to the close of the last socket, on whatever process. */
const SOON_MS = 1_000
/** What is judged again while Redis is away, is judged this often; plus the time to notice that it is away. */
const WITHOUT_REDIS_MS = 10_000

const UPDATE_MEMBRE = 'mutation ($input: UpdateMembreInput!) { updateMembre(input: $input) { __typename } }'
const REMOVE_MEMBRE = 'mutation ($input: RemoveMembreInput!) { removeMembre(input: $input) { __typename } }'
const CHANGE_ACCESS = 'mutation ($input: ChangePlanAccessInput!) { changePlanAccess(input: $input) { __typename } }'
const ARCHIVE_PLAN = 'mutation ($input: ArchivePlanInput!) { archivePlan(input: $input) { __typename } }'
const RESTRICT_FICHE = 'mutation ($input: RestrictFicheInput!) { restrictFiche(input: $input) { __typename } }'
const DELETE_FICHES = 'mutation ($input: DeleteFichesInput!) { deleteFiches(input: $input) { __typename } }'
const GRANT_PLAN = 'mutation ($input: GrantPlanAccessInput!) { grantPlanAccess(input: $input) { __typename } }'
const GRANT_FICHE = 'mutation ($input: GrantFicheAccessInput!) { grantFicheAccess(input: $input) { __typename } }'
const UPDATE_FICHE = 'mutation ($input: UpdateFicheInput!) { updateFiche(input: $input) { __typename } }'
const WATCH_FICHE = 'subscription ($uuid: UUID!) { ficheChanged(uuid: $uuid) { at auteur fields } }'

let scene: Scene

/** A fiche, its admin, and an éditeur with a page on it from each server. */
async function setUp() {
  const { make, servers, signIn, graphql, prisma } = scene.group
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan })
  const admin = await make.membre({ collectivite, role: 'ADMIN' })
  const editeur = await make.membre({ collectivite, role: 'EDITEUR' })
  const adminCookie = await signIn(admin.user)
  const cookie = await signIn(editeur.user)
  const pages = servers.map(({ url }) => openPage({ url, cookie, ficheId: fiche.id }))
  for (const page of pages) await expect.poll(() => page.isSynced).toBe(true)
  const { id: membreId } = await prisma.membre.findFirstOrThrow({ where: { userId: editeur.user.id } })
  const url = servers[0]?.url ?? ''
  /** On the first server, by the admin. */
  const act = async (query: string, input: object) => {
    const answer = await graphql({ url, cookie: adminCookie, query, variables: { input } })
    expect(JSON.stringify(answer)).toContain('Success')
  }
  return {
    pages,
    cookie,
    adminCookie,
    act,
    servers,
    ids: {
      fiche: fiche.id,
      ficheId: encodeGlobalID('Fiche', fiche.id),
      planId: encodeGlobalID('Plan', plan.id),
      membreId: encodeGlobalID('Membre', membreId),
    },
  }
}

type SetUp = Awaited<ReturnType<typeof setUp>>

const ACTS: [name: string, act: (set: SetUp) => Promise<void>][] = [
  ['a role lowered', ({ act, ids: { membreId } }) => act(UPDATE_MEMBRE, { membreId, role: 'LECTEUR' })],
  ['a membership removed', ({ act, ids: { membreId } }) => act(REMOVE_MEMBRE, { membreId })],
  ['a plan’s ouverture lowered', ({ act, ids: { planId } }) => act(CHANGE_ACCESS, { planId, ouverture: 'LIRE' })],
  ['a plan restricted', ({ act, ids: { planId } }) => act(CHANGE_ACCESS, { planId, visibilite: 'RESTREINT' })],
  ['a plan archived', ({ act, ids: { planId } }) => act(ARCHIVE_PLAN, { planId, archive: true })],
  ['a fiche restricted', ({ act, ids: { ficheId } }) => act(RESTRICT_FICHE, { ficheId, restreinte: true })],
  [
    'a grant on a plan',
    ({ act, ids: { planId, membreId } }) => act(GRANT_PLAN, { planId, beneficiaire: { membreId }, niveau: 'LIRE' }),
  ],
  [
    'a grant on a fiche',
    ({ act, ids: { ficheId, membreId } }) => act(GRANT_FICHE, { ficheId, beneficiaire: { membreId }, niveau: 'LIRE' }),
  ],
  ['a fiche deleted', ({ act, ids: { ficheId } }) => act(DELETE_FICHES, { ficheIds: [ficheId] })],
  ['a session ended', ({ servers, cookie }) => signOut(servers[0]?.url ?? '', cookie)],
]

async function signOut(url: string, cookie: string): Promise<void> {
  const { balancer } = scene.group
  const response = await fetch(`${url}/api/auth/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: balancer.url },
    body: '{}',
  })
  expect(response.status).toBe(200)
}

describe.skipIf(isRedisMissing)('rights across two servers with a real Redis', () => {
  beforeAll(async () => {
    scene = await startScene(2)
  }, START_MS)
  afterAll(() => scene.close())

  it.each(ACTS)(
    '[S59] %s: the sockets concerned close with 4205 on every process within a second',
    async (_name, act) => {
      const set = await setUp()
      const from = performance.now()
      await act(set)
      for (const page of set.pages) {
        await expect.poll(() => page.closes.length, { interval: 5 }).toBeGreaterThan(0)
        expect(page.closes[0]?.code).toBe(CLOSE_CODES.rightsChanged)
        expect((page.closes[0]?.at ?? 0) - from).toBeLessThan(SOON_MS)
      }
    },
  )

  it('[S59] a role lowered closes nobody else’s sockets', async () => {
    const set = await setUp()
    const admin = openPage({ url: set.servers[1]?.url ?? '', cookie: set.adminCookie, ficheId: set.ids.fiche })
    await expect.poll(() => admin.isSynced).toBe(true)
    await set.act(UPDATE_MEMBRE, { membreId: set.ids.membreId, role: 'LECTEUR' })
    for (const page of set.pages) await expect.poll(() => page.closes.length).toBeGreaterThan(0)
    expect(admin.closes).toEqual([])
  })

  it('[S78] a change on one process is told by the subscriptions of the other, with its date; they close when rights change', async () => {
    const set = await setUp()
    const address = `${set.servers[1]?.url.replace('http', 'ws')}/graphql`
    const watched = watch(address, { query: WATCH_FICHE, variables: { uuid: set.ids.fiche }, cookie: set.cookie })
    let turn = 0
    const change = () => {
      turn += 1
      const input = { ficheId: set.ids.ficheId, priorite: turn % 2 === 0 ? 'ELEVE' : 'MOYEN' }
      void scene.group.graphql({
        url: set.servers[0]?.url ?? '',
        cookie: set.adminCookie,
        query: UPDATE_FICHE,
        variables: { input },
      })
    }
    await untilHeard(watched, change)
    const heard = JSON.stringify(watched.heard[0])
    expect(heard).toMatch(/"at":"\d{4}-\d\d-\d\dT/)
    await signOut(set.servers[0]?.url ?? '', set.cookie)
    await expect.poll(() => watched.closed, { timeout: SOON_MS }).toEqual({ code: CLOSE_CODES.rightsChanged })
  })

  it('a ticket of one process opens one socket, on whichever process', async () => {
    const { servers, cookie, ids } = await setUp()
    const response = await fetch(`${servers[0]?.url}/api/sync-ticket`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: scene.group.balancer.url },
      body: JSON.stringify({ path: `fiche/${ids.fiche}` }),
    })
    const { ticket } = await response.json()
    const address = `${servers[1]?.url.replace('http', 'ws')}/sync/fiche/${ids.fiche}?ticket=${ticket}`
    const first = new WebSocket(address)
    await once(first, 'message')
    expect(await closeCode(new WebSocket(address))).toBe(CLOSE_CODES.signedOut)
    expect(
      await closeCode(new WebSocket(address.replace(servers[1]?.url.slice(4) ?? '', servers[0]?.url.slice(4) ?? ''))),
    ).toBe(CLOSE_CODES.signedOut)
    expect(first.readyState).toBe(WebSocket.OPEN)
    first.close()
  })

  it('[S79] rights changed on another process while Redis is away are applied before long, and at its return', async () => {
    const set = await setUp()
    const other = set.pages[1]
    const address = `${set.servers[1]?.url.replace('http', 'ws')}/graphql`
    await scene.redis.kill()
    const watched = watch(address, { query: WATCH_FICHE, variables: { uuid: set.ids.fiche }, cookie: set.cookie })
    await set.act(UPDATE_MEMBRE, { membreId: set.ids.membreId, role: 'LECTEUR' })
    await expect.poll(() => other?.closes[0]?.code, { timeout: WITHOUT_REDIS_MS }).toBe(CLOSE_CODES.rightsChanged)
    await expect.poll(() => watched.closed?.code, { timeout: WITHOUT_REDIS_MS }).toBe(CLOSE_CODES.rightsChanged)
    // Back as a reader: judged again, nothing is new for them.
    await expect.poll(() => other?.isSynced).toBe(true)
    const closes = other?.closes.length
    await scene.redis.start()
    await set.act(DELETE_FICHES, { ficheIds: [set.ids.ficheId] })
    await expect.poll(() => other?.closes.length, { timeout: WITHOUT_REDIS_MS }).toBeGreaterThan(closes ?? 0)
    expect(other?.closes.at(closes ?? 0)?.code).toBe(CLOSE_CODES.rightsChanged)
  })
})

async function closeCode(socket: WebSocket): Promise<unknown> {
  const [code]: unknown[] = await once(socket, 'close')
  return code
}
