import { describe, expect } from 'vitest'
import { z } from 'zod'
import { filledTemplate } from '../../test/filled-template.ts'
import { DECISIONS, importTest as test, preview, rowsFile } from '../../test/import-http.ts'

test('previews a file, mends a cell of it, and imports it in one go', async ({ http, desk, prisma }) => {
  const { collectivite, user } = desk
  const bytes = await rowsFile([
    ['A', '', '', 'F', '', 'Voirie', 'Presque'],
    ['A', '', '', 'f'],
  ])
  const sent = await http.send(user, collectivite.siren, { bytes, fileName: 'Plan vélo.xlsx' })
  const shown = preview.parse(sent.body)
  expect(shown).toMatchObject({
    nom: 'Plan vélo',
    type: 'AUTRE',
    counts: { fiches: 2, axes: 1 },
    axes: [{ nom: 'A', fiches: [{ titre: 'F' }, { titre: 'f' }] }],
    problems: [
      { row: 2, column: 'G', severity: 'warning', choices: expect.arrayContaining(['En cours']) },
      { row: 3, column: 'D', severity: 'warning', message: expect.stringContaining('ligne 2') },
    ],
  })
  expect(await prisma.plan.count({ where: { collectiviteId: collectivite.id } })).toBe(0)
  const url = `/api/imports/${shown.id}`

  const early = await http.request(user, 'POST', `${url}/commit`, { payload: { ...DECISIONS, accepted: ['G2'] } })
  expect(early).toMatchObject({ status: 409, body: { code: 'IMPORT_NOT_ACCEPTED' } })

  const fixes = [{ row: 2, column: 'G', value: 'En cours' }]
  const fixed = preview.parse((await http.request(user, 'PUT', `${url}/fixes`, { payload: { fixes } })).body)
  expect(fixed.problems).toMatchObject([{ row: 3, column: 'D' }])

  const started = await http.request(user, 'POST', `${url}/commit`, { payload: { ...DECISIONS, accepted: ['D3'] } })
  expect(started).toMatchObject({ status: 202, body: { kind: 'running' } })
  const { planUuid } = z
    .object({ kind: z.literal('done'), planUuid: z.guid() })
    .parse(await http.settled(user, shown.id))
  expect(await prisma.plan.findUniqueOrThrow({ where: { id: planUuid } })).toMatchObject({
    nom: 'Mon plan',
    type: 'PCAET',
  })
  const fiches = await prisma.fiche.findMany({ where: { placements: { some: { planId: planUuid } } } })
  expect(fiches.map(({ statut }) => statut)).toEqual(expect.arrayContaining(['EN_COURS', null]))

  const again = await http.request(user, 'POST', `${url}/commit`, { payload: DECISIONS })
  expect(again.body).toEqual({ kind: 'done', planUuid })
  expect(await prisma.plan.count({ where: { collectiviteId: collectivite.id } })).toBe(1)
})

test('imports nothing while an error is left', async ({ http, desk, prisma }) => {
  const { collectivite, user } = desk
  const bytes = await rowsFile([['A', '', '', 'x'.repeat(301)]])
  const { id, problems } = preview.parse((await http.send(user, collectivite.siren, { bytes })).body)
  expect(problems).toMatchObject([{ severity: 'error', row: 2, column: 'D' }])
  expect((await http.request(user, 'POST', `/api/imports/${id}/commit`, { payload: DECISIONS })).status).toBe(422)
  expect(await prisma.plan.count({ where: { collectiviteId: collectivite.id } })).toBe(0)
})

test('says why an import failed, and lets it be tried again', async ({ http, desk }) => {
  const { collectivite, user } = desk
  const bytes = await rowsFile([['A', '', '', 'F']])
  const { id } = preview.parse((await http.send(user, collectivite.siren, { bytes })).body)
  const commit = (nom: string) =>
    http.request(user, 'POST', `/api/imports/${id}/commit`, { payload: { ...DECISIONS, nom } })
  await commit('')
  expect(await http.settled(user, id)).toMatchObject({ kind: 'failed', message: expect.stringContaining('nom') })
  await commit('Un nom')
  expect(await http.settled(user, id)).toMatchObject({ kind: 'done' })
})

test('gives our template as a file', async ({ http, app, desk }) => {
  const cookie = await app.signIn(desk.user)
  const { rawPayload, headers } = await app.fastify.inject({ url: '/api/imports/modele.xlsx', headers: { cookie } })
  expect(headers['content-disposition']).toContain('modele-pupitre.xlsx')
  const sent = await http.send(desk.user, desk.collectivite.siren, { bytes: new Uint8Array(rawPayload) })
  expect(preview.parse(sent.body).problems).toMatchObject([
    { severity: 'error', row: null, message: expect.stringContaining('Aucune fiche') },
  ])
})

test('the template that is downloaded, once filled, comes back with nothing to say, and is imported as it is', async ({
  http,
  app,
  desk,
  prisma,
}) => {
  const { collectivite, user } = desk
  const cookie = await app.signIn(user)
  const { rawPayload } = await app.fastify.inject({ url: '/api/imports/modele.xlsx', headers: { cookie } })
  const bytes = await filledTemplate(new Uint8Array(rawPayload))
  const shown = preview.parse((await http.send(user, collectivite.siren, { bytes })).body)
  expect(shown.problems).toEqual([])
  expect(shown.counts).toMatchObject({ fiches: 2, axes: 4 })
  // Nothing is accepted, since there is nothing to accept.
  const started = await http.request(user, 'POST', `/api/imports/${shown.id}/commit`, {
    payload: { ...DECISIONS, accepted: [] },
  })
  expect(started.status).toBe(202)
  expect(await http.settled(user, shown.id)).toMatchObject({ kind: 'done' })
  expect(await prisma.fiche.count({ where: { collectiviteId: collectivite.id } })).toBe(3)
})

describe('rights', () => {
  test.for([
    ['LECTEUR', 403, 'CREATE_PLAN_FORBIDDEN'],
    ['CONTRIBUTEUR', 403, 'CREATE_PLAN_FORBIDDEN'],
    ['EDITEUR', 200, null],
    ['ADMIN', 200, null],
  ] as const)('%s: a file answers %i', async ([role, status, code], { http, desk, make }) => {
    const { user } = await make.membre({ collectivite: desk.collectivite, role })
    const answer = await http.send(user, desk.collectivite.siren, { bytes: await rowsFile([['A', '', '', 'F']]) })
    expect(answer.status).toBe(status)
    if (code) expect(answer.body).toMatchObject({ code })
  })

  test('nobody signed in, another site, another collectivité: nothing is read', async ({ http, desk, make }) => {
    const bytes = await rowsFile([['A', '', '', 'F']])
    expect((await http.send(null, desk.collectivite.siren, { bytes })).status).toBe(401)
    expect((await http.request(null, 'GET', '/api/imports/modele.xlsx')).status).toBe(401)
    const foreign = await http.request(desk.user, 'GET', '/api/imports/x', {
      headers: { origin: 'https://ailleurs.fr' },
    })
    expect(foreign.status).toBe(403)
    const { user } = await make.membre({ role: 'ADMIN' })
    const hidden = await http.send(user, desk.collectivite.siren, { bytes })
    const absent = await http.send(user, '000000000', { bytes })
    expect([hidden.status, hidden.body]).toEqual([absent.status, absent.body])
    expect(hidden).toMatchObject({ status: 404, body: { code: 'COLLECTIVITE_NOT_FOUND' } })
  })

  test('another’s preview answers as one that is not there, on every path', async ({ http, desk, make }) => {
    const { body } = await http.send(desk.user, desk.collectivite.siren, {
      bytes: await rowsFile([['A', '', '', 'F']]),
    })
    const { id } = preview.parse(body)
    const colleague = await make.membre({ collectivite: desk.collectivite, role: 'ADMIN' })
    const stranger = await make.membre({ role: 'ADMIN' })
    for (const { user } of [colleague, stranger]) {
      for (const [method, path, payload] of [
        ['GET', '', undefined],
        ['GET', '/state', undefined],
        ['PUT', '/fixes', { fixes: [] }],
        ['POST', '/commit', DECISIONS],
        ['DELETE', '', undefined],
      ] as const) {
        const ask = (of: string) => http.request(user, method, `/api/imports/${of}${path}`, payload ? { payload } : {})
        const [theirs, absent] = [await ask(id), await ask(crypto.randomUUID())]
        expect([theirs.status, theirs.body]).toEqual([absent.status, absent.body])
        expect(theirs).toMatchObject({ status: 404, body: { code: 'IMPORT_NOT_FOUND' } })
      }
    }
    expect((await http.request(desk.user, 'GET', `/api/imports/${id}`)).status).toBe(200)
  })

  test('one who is no longer an editor cannot carry out what was prepared', async ({ http, desk, prisma }) => {
    const { collectivite, user } = desk
    const { body } = await http.send(user, collectivite.siren, { bytes: await rowsFile([['A', '', '', 'F']]) })
    await prisma.membre.updateMany({ where: { userId: user.id }, data: { role: 'LECTEUR' } })
    const answer = await http.request(user, 'POST', `/api/imports/${preview.parse(body).id}/commit`, {
      payload: DECISIONS,
    })
    expect(answer).toMatchObject({ status: 403, body: { code: 'CREATE_PLAN_FORBIDDEN' } })
  })
})
