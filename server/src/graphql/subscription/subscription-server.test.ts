import { encodeGlobalID } from '@pothos/plugin-relay'
import { CLOSE_CODES } from '@pupitre/document'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import type { Factories } from '../../../test/factories.ts'
import type { GraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest } from '../../../test/graphql-test.ts'
import { untilHeard, watch } from '../../../test/watching.ts'
import { MAX_ALIASES, MAX_TOKENS } from '../limits/query-limits.ts'

const WATCH_FICHE = `subscription ($uuid: UUID!) {
  ficheChanged(uuid: $uuid) { fields auteur auteurEstVous at fiche { titre statut viewerCanUpdate } }
}`
const WATCH_PLAN = `subscription ($uuid: UUID!) {
  planChanged(uuid: $uuid) { auteur placements { fiche { titre } } }
}`

const it = graphqlTest.extend('address', { scope: 'file' }, async ({ app }) => {
  const listening = await app.fastify.listen({ host: '127.0.0.1', port: 0 })
  return `${listening.replace('http', 'ws')}/graphql`
})

async function scene({ app, make }: { app: GraphqlApp; make: Factories }) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan, titre: 'Haies' })
  const { user, viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
  return { collectivite, plan, fiche, user, viewer, cookie: await app.signIn(user) }
}

it('tells what changed, by whom, and the fiche as it is now', async ({ app, address, make, prisma }) => {
  const { fiche, user, cookie } = await scene({ app, make })
  const watched = watch(address, { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
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
  address,
  make,
}) => {
  const { fiche, cookie } = await scene({ app, make })
  const query = `subscription ($uuid: UUID!) {
    ficheChanged(uuid: $uuid) { whole: fiche { titre } facts: fiche(ifChanged: ["statut", "priorite"]) { titre } none: fiche(ifChanged: []) { titre } }
  }`
  const watched = watch(address, { query, variables: { uuid: fiche.id }, cookie })
  const tell = (...fields: string[]) =>
    app.bus.publish([{ kind: 'fiche', ficheId: fiche.id, fields, by: null, at: new Date() }])
  await untilHeard(watched, () => tell('tags'))
  const whole = { titre: 'Haies' }
  expect(watched.heard[0]).toEqual({ data: { ficheChanged: { whole, facts: null, none: null } } })
  tell('tags', 'priorite')
  await expect.poll(() => watched.heard.at(-1)).toEqual({ data: { ficheChanged: { whole, facts: whole, none: null } } })
  await watched.stop()
})

it('tells a titre once it is in the lists, to who looks at the fiche and at its plan', async ({
  app,
  address,
  make,
}) => {
  const { fiche, plan, cookie } = await scene({ app, make })
  const page = watch(address, { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
  const tree = watch(address, { query: WATCH_PLAN, variables: { uuid: plan.id }, cookie })
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

it('refuses what is absent and what is forbidden with the same answer', async ({ app, address, make, prisma }) => {
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
    const watched = watch(address, { query, variables: { uuid }, cookie: who })
    await expect.poll(() => watched.heard.length).toBe(1)
    answers.push(JSON.parse(JSON.stringify(watched.heard[0]).replaceAll(/ficheChanged|planChanged/g, 'changed')))
    await watched.stop()
  }
  expect(answers[0]).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

it('ends with null when the fiche is restricted meanwhile, and tells nothing of it then', async ({
  app,
  address,
  make,
  prisma,
}) => {
  const { fiche, cookie } = await scene({ app, make })
  const watched = watch(address, { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
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

it('refuses queries and mutations on the socket', async ({ app, address, make }) => {
  const { cookie } = await scene({ app, make })
  for (const query of [
    '{ viewer { uuid } }',
    'mutation { createPlan(input: { collectiviteId: "x", nom: "x", type: PCAET }) { __typename } }',
  ]) {
    const watched = watch(address, { query, cookie })
    await expect
      .poll(() => watched.heard)
      .toMatchObject([{ errors: [{ message: expect.stringContaining('POST /graphql') }] }])
    await watched.stop()
  }
})

it('takes as many aliases and tokens as a request does, and not one more', async ({ app, address, make }) => {
  const { fiche, cookie } = await scene({ app, make })
  const aliased = (count: number) =>
    `subscription { ficheChanged(uuid: "${fiche.id}") { ${Array.from({ length: count }, (_, index) => `a${index}: at`).join(' ')} } }`
  // Eleven tokens around the fields, each of which is one. So many fields are refused too, by another limit.
  const long = (tokens: number) => `subscription { ficheChanged(uuid: "${fiche.id}") { ${'at '.repeat(tokens - 11)} } }`
  const answer = async (query: string) => {
    const watched = watch(address, { query, cookie })
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

it('refuses a page of another site', async ({ address }) => {
  const status = await new Promise((resolve) => {
    const socket = new WebSocket(address, 'graphql-transport-ws', { headers: { origin: 'https://ailleurs.example' } })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('open', () => resolve('open'))
    socket.on('error', () => {})
  })
  expect(status).toBe(403)
})

it('closes the sockets of who has other rights now, and no other', async ({ app, address, make }) => {
  const { collectivite, fiche, user, cookie } = await scene({ app, make })
  const colleague = await make.membre({ collectivite })
  const mine = watch(address, { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie })
  const theirs = watch(address, {
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
  address,
  make,
  prisma,
}) => {
  const { collectivite, plan, cookie: reader } = await scene({ app, make })
  const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
  const id = encodeGlobalID('Collectivite', collectivite.id)
  const query = `subscription { corbeilleChanged(collectiviteId: "${id}") { at } }`
  const refused = watch(address, { query, cookie: reader })
  await expect.poll(() => refused.heard).toMatchObject([{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }])

  const watched = watch(address, { query, cookie: await app.signIn(user) })
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
