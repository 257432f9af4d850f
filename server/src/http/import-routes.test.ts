import JSZip from 'jszip'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import type { User } from '@pupitre/prisma'
import { graphqlTest } from '../../test/graphql-test.ts'
import { spreadsheetFile, TEMPLATE_HEADINGS } from '../../test/spreadsheet-file.ts'
import { MAX_FILE_BYTES, MAX_INFLATED_BYTES } from '../exchange/import/import-limits.ts'

const ORIGIN = 'http://127.0.0.1:4000'

const preview = z.object({
  id: z.guid(),
  nom: z.string(),
  type: z.string(),
  counts: z.object({ fiches: z.int(), axes: z.int() }),
  axes: z.array(z.object({ nom: z.string(), fiches: z.array(z.object({ titre: z.string() })) })),
  problems: z.array(
    z.object({
      row: z.int().nullable(),
      column: z.string().nullable(),
      severity: z.string(),
      message: z.string(),
      choices: z.array(z.string()).nullable(),
    }),
  ),
})

const DECISIONS = { nom: 'Mon plan', type: 'PCAET', typeAutre: null, accepted: 'all' }

const test = graphqlTest
  .extend('desk', async ({ make }) => {
    const collectivite = await make.collectivite()
    const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
    return { collectivite, user }
  })
  .extend('http', ({ app }) => {
    const request = async (
      user: User | null,
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      body: { payload?: object | Buffer; headers?: Record<string, string> } = {},
    ) => {
      const cookie = user ? { cookie: await app.signIn(user) } : {}
      const response = await app.fastify.inject({
        method,
        url,
        headers: { origin: ORIGIN, ...cookie, ...body.headers },
        ...(body.payload && { payload: body.payload }),
      })
      return {
        status: response.statusCode,
        body: response.body === '' ? null : (JSON.parse(response.body) as unknown),
        raw: response,
      }
    }
    return {
      request,
      send: (
        user: User | null,
        siren: string,
        { bytes, fileName = 'plan.xlsx' }: { bytes: Uint8Array; fileName?: string },
      ) => request(user, 'POST', `/api/imports?siren=${siren}`, multipartOf({ bytes, fileName })),
      /** Polls until the import has ended. */
      settled: async (user: User, id: string) => {
        await expect
          .poll(async () => (await request(user, 'GET', `/api/imports/${id}/state`)).body, { timeout: 15_000 })
          .toMatchObject({ kind: expect.stringMatching(/done|failed/) })
        return (await request(user, 'GET', `/api/imports/${id}/state`)).body
      },
    }
  })

const rowsFile = (rows: unknown[][]) =>
  spreadsheetFile({ rows: [TEMPLATE_HEADINGS, ...rows.map((row) => row.map(String))] })

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

describe('a file that is refused leaves the server well, and writes nothing', () => {
  test.for([
    ['a text', () => Buffer.from('Axe;Titre'), 'plan.xlsx', 'n’est pas un classeur'],
    ['a .csv', () => Buffer.from('Axe;Titre'), 'plan.csv', '.csv ne sont pas pris en charge'],
    ['an old .xls', () => Buffer.from('x'), 'plan.xls', 'ancien format'],
    ['another ending', () => Buffer.from('x'), 'plan.pdf', 'finit par .xlsx'],
    [
      'a file behind a password',
      () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'plan.xlsx',
      'mot de passe',
    ],
    ['a workbook with macros', () => rowsFile([['A', '', '', 'F']]), 'plan.xlsm', 'sans macros'],
    ['macros under another name', () => withPart('xl/vbaProject.bin', 'x'), 'plan.xlsx', 'sans macros'],
    [
      'a zip bomb',
      () => withPart('xl/media/a.bin', new Uint8Array(MAX_INFLATED_BYTES)),
      'plan.xlsx',
      'trop volumineux',
    ],
    ['100,000 rows', () => manyRows(100_000), 'plan.xlsx', 'lignes'],
    ['a file past 10 MB', () => Buffer.alloc(MAX_FILE_BYTES + 1), 'plan.xlsx', 'dépasse 10 Mo'],
    ['a sheet without a plan', () => spreadsheetFile({ rows: [['Ville'], ['Lyon']] }), 'plan.xlsx', 'Aucune feuille'],
  ] as const)('%s', { timeout: 60_000 }, async ([_what, file, fileName, sentence], { http, desk, app, prisma }) => {
    const { collectivite, user } = desk
    const { status, body } = await http.send(user, collectivite.siren, { bytes: await file(), fileName })
    expect([413, 422]).toContain(status)
    expect(body).toMatchObject({ code: 'IMPORT_REFUSED', problems: [{ message: expect.stringContaining(sentence) }] })
    expect(await prisma.plan.count({ where: { collectiviteId: collectivite.id } })).toBe(0)
    expect(await app.query({ query: '{ __typename }' })).toMatchObject({ status: 200 })
    const good = await http.send(user, collectivite.siren, { bytes: await rowsFile([['A', '', '', 'F']]) })
    expect(good.status).toBe(200)
  })

  test('formulas give their last results, and one without any is told', async ({ http, desk }) => {
    const bytes = await spreadsheetFile({
      rows: [TEMPLATE_HEADINGS, ['A', '', '', { formula: 'A1', result: 'Calculé' }, { formula: 'B1' }]],
    })
    const shown = preview.parse((await http.send(desk.user, desk.collectivite.siren, { bytes })).body)
    expect(shown.axes[0]?.fiches).toEqual([expect.objectContaining({ titre: 'Calculé' })])
    expect(shown.problems).toMatchObject([
      { column: 'E', severity: 'warning', message: expect.stringContaining('formule sans résultat') },
      { column: 'D', severity: 'info' },
    ])
  })
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

function multipartOf({ bytes, fileName }: { bytes: Uint8Array; fileName: string }) {
  const boundary = 'limite-de-test'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

/** A good workbook, with one more part. */
async function withPart(name: string, content: string | Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await rowsFile([['A', '', '', 'F']]))
  zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A good workbook whose sheet has this many rows, written by hand: quicker than by a library. */
async function manyRows(count: number): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await rowsFile([['A', '', '', 'F']]))
  const rows = Array.from(
    { length: count },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
  )
  const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`
  zip.file('xl/worksheets/sheet1.xml', sheet)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
