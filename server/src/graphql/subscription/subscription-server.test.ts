import { encodeGlobalID } from '@pothos/plugin-relay'
import { CLOSE_CODES, POST_STATUS, STREAM_HEADER, SUBSCRIPTION_STREAMS_PATH } from '@pupitre/document'
import { describe, expect, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Factories } from '../../../test/factories.ts'
import type { GraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest } from '../../../test/graphql-test.ts'
import { untilHeard, watch } from '../../../test/watching.ts'
import { MAX_OPERATIONS_BYTES } from '../../streams/stream-limits.ts'
import { StreamPage } from '../../streams/testing/stream-page.ts'
import { MAX_ALIASES, MAX_TOKENS } from '../limits/query-limits.ts'
import { MAX_MESSAGE_BYTES } from './subscription-server.ts'

const WATCH_FICHE = `subscription ($uuid: UUID!) {
  ficheChanged(uuid: $uuid) { fields auteur auteurEstVous at fiche { titre statut viewerCanUpdate } }
}`
const WATCH_PLAN = `subscription ($uuid: UUID!) {
  planChanged(uuid: $uuid) { auteur placements { fiche { titre } } }
}`

const it = graphqlTest.extend('addresses', { scope: 'file' }, async ({ app }) => {
  const listening = await app.fastify.listen({ host: '127.0.0.1', port: 0 })
  return { websocket: `${listening.replace('http', 'ws')}/graphql`, stream: `${listening}${SUBSCRIPTION_STREAMS_PATH}` }
})

async function scene({ app, make }: { app: GraphqlApp; make: Factories }) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan, titre: 'Haies' })
  const { user, viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
  return { collectivite, plan, fiche, user, viewer, cookie: await app.signIn(user) }
}

describe.each(['websocket', 'stream'] as const)('[S116] by a %s', (way) => {
  it('tells what changed, by whom, and the fiche as it is now', async ({ app, addresses, make, prisma }) => {
    const { fiche, user, cookie } = await scene({ app, make })
    const watched = watch(addresses[way], { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
    const tell = (by: { userId: string; name: string }) =>
      app.bus.publish([{ kind: 'fiche', ficheId: fiche.id, fields: ['statut'], by, at: new Date() }])
    await prisma.fiche.update({ where: { id: fiche.id }, data: { statut: 'BLOQUE' } })
    await untilHeard(watched, () => tell({ userId: crypto.randomUUID(), name: 'Awa Diallo' }))
    expect(watched.heard[0]).toMatchObject({
      data: {
        ficheChanged: {
          fields: ['statut'],
          auteur: 'Awa Diallo',
          auteurEstVous: false,
          fiche: { titre: 'Haies', statut: 'BLOQUE', viewerCanUpdate: false },
        },
      },
    })
    // Nothing loaded for one event serves the next.
    await prisma.fiche.update({ where: { id: fiche.id }, data: { statut: 'REALISE' } })
    tell({ userId: user.id, name: user.name })
    await expect
      .poll(() => watched.heard.at(-1))
      .toMatchObject({ data: { ficheChanged: { auteurEstVous: true, fiche: { statut: 'REALISE' } } } })
    await watched.stop()
  })

  it('reads the fiche again only where one of the fields that are asked about changed', async ({
    app,
    addresses,
    make,
  }) => {
    const { fiche, cookie } = await scene({ app, make })
    const query = `subscription ($uuid: UUID!) {
    ficheChanged(uuid: $uuid) { whole: fiche { titre } facts: fiche(ifChanged: ["statut", "priorite"]) { titre } none: fiche(ifChanged: []) { titre } }
  }`
    const watched = watch(addresses[way], { query, variables: { uuid: fiche.id }, cookie })
    const tell = (...fields: string[]) =>
      app.bus.publish([{ kind: 'fiche', ficheId: fiche.id, fields, by: null, at: new Date() }])
    await untilHeard(watched, () => tell('tags'))
    const whole = { titre: 'Haies' }
    expect(watched.heard[0]).toEqual({ data: { ficheChanged: { whole, facts: null, none: null } } })
    tell('tags', 'priorite')
    await expect
      .poll(() => watched.heard.at(-1))
      .toEqual({ data: { ficheChanged: { whole, facts: whole, none: null } } })
    await watched.stop()
  })

  it('tells a titre once it is in the lists, to who looks at the fiche and at its plan', async ({
    app,
    addresses,
    make,
  }) => {
    const { fiche, plan, cookie } = await scene({ app, make })
    const page = watch(addresses[way], { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
    const tree = watch(addresses[way], { query: WATCH_PLAN, variables: { uuid: plan.id }, cookie })
    const start = () => app.bus.publish([{ kind: 'plan', planId: plan.id, fields: ['nom'], by: null, at: new Date() }])
    await untilHeard(tree, start)
    await untilHeard(page, () =>
      app.bus.publish([{ kind: 'fiche', ficheId: fiche.id, fields: [], by: null, at: new Date() }]),
    )

    await app.liveText.apply({
      document: { kind: 'fiche', uuid: fiche.id },
      field: 'titre',
      delta: [{ retain: 5 }, { insert: ' vives' }],
      actor: { userId: null },
    })
    await expect
      .poll(() => page.heard.at(-1))
      .toMatchObject({ data: { ficheChanged: { fields: ['titre'], auteur: null, fiche: { titre: 'Haies vives' } } } })
    await expect
      .poll(() => tree.heard.at(-1))
      .toMatchObject({ data: { planChanged: { placements: [{ fiche: { titre: 'Haies vives' } }] } } })
    await Promise.all([page.stop(), tree.stop()])
  })

  it('refuses what is absent and what is forbidden with the same answer', async ({ app, addresses, make, prisma }) => {
    const { fiche, plan, cookie } = await scene({ app, make })
    const elsewhere = await make.fiche()
    await prisma.fiche.update({ where: { id: fiche.id }, data: { restreinte: true } })
    const answers: unknown[] = []
    for (const [query, uuid, who] of [
      [WATCH_FICHE, crypto.randomUUID(), cookie],
      [WATCH_FICHE, elsewhere.id, cookie],
      [WATCH_FICHE, fiche.id, cookie],
      [WATCH_FICHE, fiche.id, null],
      [WATCH_PLAN, crypto.randomUUID(), cookie],
      [WATCH_PLAN, plan.id, null],
    ] as const) {
      const watched = watch(addresses[way], { query, variables: { uuid }, cookie: who })
      await expect.poll(() => watched.heard.length).toBe(1)
      answers.push(JSON.parse(JSON.stringify(watched.heard[0]).replaceAll(/ficheChanged|planChanged/g, 'changed')))
      await watched.stop()
    }
    expect(answers[0]).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('ends with null when the fiche is restricted meanwhile, and tells nothing of it then', async ({
    app,
    addresses,
    make,
    prisma,
  }) => {
    const { fiche, cookie } = await scene({ app, make })
    const watched = watch(addresses[way], { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
    const tell = () =>
      app.bus.publish([{ kind: 'fiche', ficheId: fiche.id, fields: ['statut'], by: null, at: new Date() }])
    await untilHeard(watched, tell)
    await prisma.fiche.update({ where: { id: fiche.id }, data: { restreinte: true } })
    tell()
    await expect.poll(() => watched.over).toBe(true)
    expect(watched.heard.at(-1)).toEqual({ data: { ficheChanged: null } })
    const count = watched.heard.length
    tell()
    expect(watched.heard).toHaveLength(count)
    await watched.stop()
  })

  it('refuses queries and mutations on the socket', async ({ app, addresses, make }) => {
    const { cookie } = await scene({ app, make })
    for (const query of [
      '{ viewer { uuid } }',
      'mutation { createPlan(input: { collectiviteId: "x", nom: "x", type: PCAET }) { __typename } }',
    ]) {
      const watched = watch(addresses[way], { query, cookie })
      await expect
        .poll(() => watched.heard)
        .toMatchObject([{ errors: [{ message: expect.stringContaining('POST /graphql') }] }])
      await watched.stop()
    }
  })

  it('takes as many aliases and tokens as a request does, and not one more', async ({ app, addresses, make }) => {
    const { fiche, cookie } = await scene({ app, make })
    const aliased = (count: number) =>
      `subscription { ficheChanged(uuid: "${fiche.id}") { ${Array.from({ length: count }, (_, index) => `a${index}: at`).join(' ')} } }`
    // Eleven tokens around the fields, each of which is one. So many fields are refused too, by another limit.
    const long = (tokens: number) =>
      `subscription { ficheChanged(uuid: "${fiche.id}") { ${'at '.repeat(tokens - 11)} } }`
    const answer = async (query: string) => {
      const watched = watch(addresses[way], { query, cookie })
      const tell = () => app.bus.publish([{ kind: 'fiche', ficheId: fiche.id, fields: [], by: null, at: new Date() }])
      await untilHeard(watched, tell)
      await watched.stop()
      return JSON.stringify(watched.heard[0])
    }
    expect(await answer(aliased(MAX_ALIASES))).not.toContain('"errors"')
    expect(await answer(aliased(MAX_ALIASES + 1))).toContain(`${MAX_ALIASES} alias au plus`)
    expect(await answer(long(MAX_TOKENS))).not.toContain('tokens')
    expect(await answer(long(MAX_TOKENS + 1))).toContain(`${MAX_TOKENS} tokens`)
  })

  it('closes the sockets of who has other rights now, and no other', async ({ app, addresses, make }) => {
    const { collectivite, fiche, user, cookie } = await scene({ app, make })
    const colleague = await make.membre({ collectivite })
    const mine = watch(addresses[way], { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
    const theirs = watch(addresses[way], {
      query: WATCH_FICHE,
      variables: { uuid: fiche.id },
      cookie: await app.signIn(colleague.user),
    })
    const tell = () => app.bus.publish([{ kind: 'fiche', ficheId: fiche.id, fields: [], by: null, at: new Date() }])
    await untilHeard(mine, tell)
    await untilHeard(theirs, tell)
    app.bus.publishRights({ userIds: [user.id] })
    await expect.poll(() => mine.closed).toEqual({ code: CLOSE_CODES.rightsChanged })
    expect(theirs.closed).toBeNull()
    await theirs.stop()
  })

  it('tells of the corbeille to who may restore, and refuses the others as for what is absent', async ({
    app,
    addresses,
    make,
    prisma,
  }) => {
    const { collectivite, plan, cookie: reader } = await scene({ app, make })
    const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
    const id = encodeGlobalID('Collectivite', collectivite.id)
    const query = `subscription { corbeilleChanged(collectiviteId: "${id}") { at } }`
    const refused = watch(addresses[way], { query, cookie: reader })
    await expect.poll(() => refused.heard).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }])

    const watched = watch(addresses[way], { query, cookie: await app.signIn(user) })
    const throwAway = async () => {
      const fiche = await make.fiche({ plan })
      const { id: suppressionId } = await prisma.suppression.create({
        data: { kind: 'FICHE', objetId: fiche.id, nom: 'Haies', collectiviteId: collectivite.id },
      })
      await prisma.fiche.update({ where: { id: fiche.id }, data: { suppressionId } })
      app.bus.publish([{ kind: 'corbeille', collectiviteId: collectivite.id, by: null, at: new Date() }])
      return watched.heard
    }
    await expect.poll(async () => (await throwAway()).length).toBeGreaterThan(0)
    expect(watched.heard[0]).toMatchObject({ data: { corbeilleChanged: { at: expect.any(String) } } })
    await Promise.all([watched.stop(), refused.stop()])
  })
})

it('refuses a page of another site', async ({ addresses }) => {
  const status = await new Promise((resolve) => {
    const socket = new WebSocket(addresses.websocket, 'graphql-transport-ws', {
      headers: { origin: 'https://ailleurs.example' },
    })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('open', () => resolve('open'))
    socket.on('error', () => {})
  })
  expect(status).toBe(403)
  const headers = { origin: 'https://ailleurs.example', [STREAM_HEADER]: 'open' }
  expect((await fetch(addresses.stream, { headers })).status).toBe(403)
  expect((await fetch(addresses.stream)).status).toBe(400)
})

describe('a stream', () => {
  /** Opened by hand: what no page of ours sends. */
  async function open(address: string) {
    const page = new StreamPage(address)
    onTestFinished(() => page.leave())
    expect(await page.open()).toBe(200)
    await expect.poll(() => page.name).not.toBe('')
    return page
  }
  const ping = (bytes: number) => {
    const empty = JSON.stringify({ type: 'ping', payload: { x: '' } })
    return Buffer.from(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(bytes - empty.length) } }))
  }

  it('[S116] takes a message as large as a websocket does, and one byte more ends it with 4413', async ({
    addresses,
  }) => {
    const page = await open(addresses.stream)
    expect(await page.post(1, [ping(MAX_MESSAGE_BYTES)])).toBe(POST_STATUS.taken)
    await expect.poll(() => page.frames.length).toBe(1)
    await page.post(2, [ping(MAX_MESSAGE_BYTES + 1)])
    await expect.poll(() => page.closeCode).toBe(CLOSE_CODES.tooLarge)
  })

  it('[S116] is closed alone for what cannot be read', async ({ addresses }) => {
    const [page, other] = [await open(addresses.stream), await open(addresses.stream)]
    await page.post(1, [Buffer.from('{')])
    await expect.poll(() => page.closeCode).toBe(4400)
    expect(other.isOver).toBe(false)
  })

  it('[S116] answers who asks whether it is there, and is hung up on over a body too large', async ({ addresses }) => {
    expect((await fetch(addresses.stream, { method: 'HEAD' })).status).toBe(204)
    const page = await open(addresses.stream)
    await page.postBytes(1, new Uint8Array(MAX_OPERATIONS_BYTES + 1)).catch(() => 0)
    await expect.poll(() => page.closeCode).toBe(CLOSE_CODES.tooLarge)
  })
})
