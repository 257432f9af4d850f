import JSZip from 'jszip'
import { describe, expect } from 'vitest'
import type { PrismaClient } from '@pupitre/prisma'
import { encryptedWorkbook } from '../../test/encrypted-workbook.ts'
import { DECISIONS, importTest as test, preview, rowsFile } from '../../test/import-http.ts'
import { spreadsheetFile, TEMPLATE_HEADINGS } from '../../test/spreadsheet-file.ts'
import { MAX_FILE_BYTES, MAX_INFLATED_BYTES } from '../exchange/import/import-limits.ts'

describe('a file that is refused leaves the server well, and writes nothing', () => {
  test.for([
    ['a text', () => Buffer.from('Axe;Titre'), 'plan.xlsx', 'n’est pas un classeur'],
    ['a .csv', () => Buffer.from('Axe;Titre'), 'plan.csv', '.csv ne sont pas pris en charge'],
    ['an old .xls', () => Buffer.from('x'), 'plan.xls', 'ancien format'],
    ['another ending', () => Buffer.from('x'), 'plan.pdf', 'finit par .xlsx'],
    ['a workbook behind a password', () => encryptedWorkbook(), 'plan.xlsx', 'protégé par un mot de passe'],
    ['a workbook with macros', () => rowsFile([['A', '', '', 'F']]), 'plan.xlsm', 'sans macros'],
    ['macros under another name', () => withPart('xl/vbaProject.bin', 'x'), 'plan.xlsx', 'sans macros'],
    ['macros of Excel 4', () => withPart('xl/macrosheets/sheet1.xml', '<x/>'), 'plan.xlsx', 'sans macros'],
    [
      'a zip bomb',
      () => withPart('xl/media/a.bin', new Uint8Array(MAX_INFLATED_BYTES)),
      'plan.xlsx',
      'trop volumineux',
    ],
    ['entities that multiply', () => withSheet(BILLION_LAUGHS), 'plan.xlsx', 'abîmé'],
    ['100,000 rows', () => manyRows(100_000), 'plan.xlsx', 'lignes'],
    ['a file past 10 MB', () => Buffer.alloc(MAX_FILE_BYTES + 1), 'plan.xlsx', 'dépasse 10 Mo'],
    ['a sheet without a plan', () => spreadsheetFile({ rows: [['Ville'], ['Lyon']] }), 'plan.xlsx', 'Aucune feuille'],
  ] as const)('%s', { timeout: 60_000 }, async ([_what, file, fileName, sentence], { http, desk, app, prisma }) => {
    const { collectivite, user } = desk
    const { status, body } = await http.send(user, collectivite.siren, { bytes: await file(), fileName })
    expect([413, 422]).toContain(status)
    expect(body).toMatchObject({ code: 'IMPORT_REFUSED', problems: [{ message: expect.stringContaining(sentence) }] })
    expect(await rowsOf(prisma, collectivite.id)).toEqual({})
    // The server goes on: it answers, and takes a good file whole.
    expect(await app.query({ query: '{ viewer { uuid } }', cookie: await app.signIn(user) })).toMatchObject({
      status: 200,
      data: { viewer: { uuid: user.id } },
    })
    const good = await http.send(user, collectivite.siren, { bytes: await rowsFile([['A', '', '', 'F']]) })
    const { id } = preview.parse(good.body)
    await http.request(user, 'POST', `/api/imports/${id}/commit`, { payload: DECISIONS })
    expect(await http.settled(user, id)).toMatchObject({ kind: 'done' })
  })
})

test('formulas give their last results as words, are never carried out, and one without any is told', async ({
  http,
  desk,
  prisma,
}) => {
  const bytes = await spreadsheetFile({
    rows: [
      TEMPLATE_HEADINGS,
      ['A', '', '', { formula: `cmd|'/c calc'!A0`, result: '=2+3' }, { formula: 'B1' }],
      ['A', '', '', { formula: 'WEBSERVICE("http://127.0.0.1:9/")', result: 'Calculé' }],
    ],
  })
  const shown = preview.parse((await http.send(desk.user, desk.collectivite.siren, { bytes })).body)
  expect(shown.axes[0]?.fiches.map(({ titre }) => titre)).toEqual(['=2+3', 'Calculé'])
  expect(shown.problems).toMatchObject([
    { column: 'E', severity: 'warning', message: expect.stringContaining('formule sans résultat') },
    { column: 'D', severity: 'info' },
    { column: 'D', severity: 'info' },
  ])
  expect(await rowsOf(prisma, desk.collectivite.id)).toEqual({})
})

/** How many rows a collectivité has of all that an import writes; what it has none of is left out. */
async function rowsOf(prisma: PrismaClient, collectiviteId: string): Promise<Record<string, number>> {
  const where = { where: { collectiviteId } }
  const counts = {
    plans: await prisma.plan.count(where),
    fiches: await prisma.fiche.count(where),
    services: await prisma.service.count(where),
    labels: await prisma.label.count(where),
    indicateurs: await prisma.indicateur.count(where),
    personnes: await prisma.personne.count({ where: { collectiviteId, membreId: null } }),
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

/** A good workbook, with one more part. */
async function withPart(name: string, content: string | Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await rowsFile([['A', '', '', 'F']]))
  zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A good workbook whose sheet is this XML: quicker than by a library, and what none would write. */
async function withSheet(xml: string): Promise<Uint8Array> {
  return withPart('xl/worksheets/sheet1.xml', xml)
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function manyRows(count: number): Promise<Uint8Array> {
  const rows = Array.from(
    { length: count },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
  )
  return withSheet(
    `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  )
}

/** Ten of ten of ten…: three thousand million characters for whoever expands them. */
const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY l0 "lol">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join(
  '',
)}]><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>&l9;</v></c></row></sheetData></worksheet>`

test('sentences come with the no-break spaces of French', async ({ http, desk }) => {
  const { body } = await http.send(desk.user, desk.collectivite.siren, {
    bytes: await spreadsheetFile({ rows: [TEMPLATE_HEADINGS, ['A', '', '', 'F'], ['A', '', '', '', 'Sans titre']] }),
  })
  const { problems } = preview.parse(body)
  expect(problems).toMatchObject([
    { message: 'Cette ligne n’a pas de titre de fiche\u00a0: la cellule n’est pas importée.' },
  ])
})
