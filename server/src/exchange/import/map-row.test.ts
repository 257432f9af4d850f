import { describe, expect, test } from 'vitest'
import { cellAt, planOf, planOfRows } from '../../../test/mapped-plan.ts'
import { TEMPLATE_HEADINGS } from '../../../test/spreadsheet-file.ts'

describe('a row', () => {
  test('gives each of its values to its fiche', async () => {
    const plan = await planOfRows([
      [
        'A',
        '',
        '',
        ' Une\nfiche ',
        'Un\n- deux',
        'Voirie,  Éco-quartiers , voirie',
        'Bloqué ',
        'Élevé',
        new Date('2025-12-01'),
        47_727,
      ],
    ])
    expect(plan.errors).toEqual([])
    expect(plan.fiches).toMatchObject([
      {
        titre: 'Une fiche',
        services: ['voirie', 'eco-quartiers'],
        statut: 'BLOQUE',
        priorite: 'ELEVE',
        dateDebut: '2025-12-01',
        dateFin: '2030-09-01',
      },
    ])
    expect(plan.services).toEqual([
      { nom: 'Voirie', key: 'voirie', row: 2, column: 'F' },
      { nom: 'Éco-quartiers', key: 'eco-quartiers', row: 2, column: 'F' },
    ])
    expect(plan.cells).toHaveLength(8)
    expect(plan.cells.filter((cell) => 'problem' in cell || cell.warning)).toEqual([])
    expect(plan.cells.map(({ value }) => value).slice(-2)).toEqual(['2025-12-01', 47_727])
  })

  test.each([
    ['G2', 'En retard', { field: 'statut', warning: expect.stringContaining('En cours') }],
    ['G2', 'Presque', { problem: expect.stringContaining('À venir, À discuter') }],
    ['H2', 'Urgent', { problem: expect.stringContaining('Élevé, Moyen ou Bas') }],
    ['I2', 'bientôt', { problem: expect.stringContaining('JJ/MM/AAAA') }],
    ['I2', '2025', { field: 'dateDebut', warning: expect.stringContaining('01/01/2025') }],
    ['J2', '2025', { field: 'dateFin', warning: expect.stringContaining('31/12/2025') }],
    ['F2', ' , ; ', { problem: expect.stringContaining('Aucun nom de service') }],
    ['F2', 's'.repeat(201), { problem: expect.stringContaining('200 caractères') }],
    ['E2', { error: '#REF!' as const }, { problem: expect.stringContaining('#REF!') }],
    ['E2', { formula: '1+1', result: 2 }, { field: 'description', warning: expect.stringContaining('formule') }],
    ['E2', true, { field: 'description', value: true }],
    ['K2', 'perdu', { heading: null, problem: expect.stringContaining('aucun titre de colonne') }],
  ])('tells of %s when it holds %j', async (address, value, told) => {
    const plan = await planOfRows([['', '', '', 'F']], (_workbook, sheet) => {
      sheet.getCell(address).value = value
    })
    expect(plan.errors).toEqual([])
    expect(cellAt(plan, address)).toMatchObject(told)
  })

  test('keeps its beginning and tells of an end that comes before', async () => {
    const plan = await planOfRows([
      ['', '', '', 'F', '', '', '', '', '02/01/2025', '01/01/2025'],
      ['', '', '', 'G', '', '', '', '', '2025', '2025'],
    ])
    expect(plan.fiches).toMatchObject([
      { dateDebut: '2025-01-02', dateFin: null },
      { dateDebut: '2025-01-01', dateFin: '2025-12-31' },
    ])
    expect(cellAt(plan, 'J2')).toMatchObject({ problem: expect.stringContaining('précède') })
  })

  test('without a title reports each of its cells', async () => {
    const plan = await planOfRows([
      ['', '', '', 'F'],
      ['A', '', '', '', 'texte', 'Voirie'],
    ])
    expect(plan.fiches).toHaveLength(1)
    expect(plan.services).toEqual([])
    expect(plan.cells.slice(1)).toMatchObject([
      { created: 'axe' },
      { problem: expect.stringContaining('pas de titre') },
      { problem: expect.stringContaining('pas de titre') },
    ])
  })

  test('shares a merged title with no other', async () => {
    const plan = await planOfRows(
      [
        ['', '', '', 'F', 'un'],
        ['', '', '', '', 'deux'],
      ],
      (_workbook, sheet) => sheet.mergeCells('D2:D3'),
    )
    expect(plan.fiches).toMatchObject([{ titre: 'F' }])
    expect(cellAt(plan, 'E3')).toMatchObject({ problem: expect.stringContaining('pas de titre') })
    expect(cellAt(plan, 'D3')).toBeUndefined()
  })

  test('of a sous-action is the sous-action of the fiche that it names, or of the one above', async () => {
    const headings = [...TEMPLATE_HEADINGS.slice(0, 4), 'Titre de la sous-action', 'Descriptif']
    const plan = await planOf({
      rows: [
        headings,
        ['A', '', '', 'F', ''],
        ['A', '', '', 'G', '- un\n- deux'],
        ['A', '', '', 'f', 'Sous F', 'son texte'],
        ['A', '', '', '', 'Sous G', 'texte'],
        ['B', '', '', '', 'Perdue'],
      ],
    })
    const titres = plan.fiches.map(({ titre, sousActions }) => [titre, ...sousActions.map((one) => one.titre)])
    expect(titres).toEqual([
      ['F', 'Sous F'],
      ['G', 'un', 'deux', 'Sous G'],
    ])
    expect(plan.fiches[0]?.sousActions[0]?.textes.description).toEqual([{ insert: 'son texte' }, { insert: '\n' }])
    expect(plan.cells.filter((cell) => 'problem' in cell)).toMatchObject([{ row: 6, value: 'Perdue' }])
  })

  test('with the title of another in the same axe is imported with a warning', async () => {
    const plan = await planOfRows([
      ['A', '', '', 'F'],
      ['B', '', '', 'F'],
      ['A', '', '', 'f '],
    ])
    expect(plan.fiches).toHaveLength(3)
    expect(plan.cells.filter(({ warning }) => warning)).toMatchObject([
      { row: 4, field: 'titre', warning: expect.stringContaining('ligne 2') },
    ])
  })
})

describe('what is refused', () => {
  test.each([
    ['a title', 3, 300],
    ['the name of an axe', 0, 1000],
  ])('is %s past its limit, and not at it', async (_what, column, limit) => {
    const row = (length: number) =>
      TEMPLATE_HEADINGS.map((_heading, index) => (index === column ? '🌳'.repeat(length) : index === 3 ? 'F' : null))
    expect((await planOfRows([row(limit)])).errors).toEqual([])
    const { errors } = await planOfRows([row(limit), row(limit + 1), row(limit + 2)])
    expect(errors).toMatchObject([
      { row: 3, column: 'ABCD'[column], message: expect.stringContaining(`${limit} caractères`) },
      { row: 4, column: 'ABCD'[column] },
    ])
  })
})
