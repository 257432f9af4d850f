import { deltaToPlain } from '@pupitre/document'
import type { CellValue } from 'exceljs'
import { describe, expect, test } from 'vitest'
import { spreadsheetFile, TEMPLATE_HEADINGS } from '../../../test/spreadsheet-file.ts'
import type { ImportAxe, ImportPlan } from './import-plan.ts'
import { mapWorkbook } from './map-workbook.ts'
import { parseWorkbook } from './parse-workbook.ts'

type File = Parameters<typeof spreadsheetFile>[0]

async function planOf(file: File): Promise<ImportPlan> {
  return mapWorkbook(await parseWorkbook(await spreadsheetFile(file)))
}

/** The plan of rows under the template's headings; the first of them is row 2. */
function planOfRows(rows: CellValue[][], change?: File['change']): Promise<ImportPlan> {
  return planOf({ rows: [TEMPLATE_HEADINGS, ...rows], ...(change && { change }) })
}

const tree = (axes: readonly ImportAxe[]): unknown => axes.map(({ nom, enfants }) => [nom, tree(enfants)])
const cellAt = (plan: ImportPlan, address: string) =>
  plan.cells.find(({ row, column }) => `${column}${row}` === address)

describe('the table', () => {
  test('is found by its headings, under a title and an empty row, in any sheet', async () => {
    const plan = await planOf({
      rows: [['Mode d’emploi']],
      change: (workbook) => {
        const sheet = workbook.addWorksheet('Quelconque')
        sheet.addRows([
          ['Ville'],
          [],
          ['Notre plan', '', '', '', 'Acteurs'],
          TEMPLATE_HEADINGS,
          ['', '', '', 'Une fiche'],
        ])
      },
    })
    expect(plan).toMatchObject({
      sheetName: 'Quelconque',
      nom: 'Notre plan',
      fiches: [{ titre: 'Une fiche', row: 5, axe: null }],
    })
  })

  test.each([
    ['Titre de l’action', 'DESCRIPTIF '],
    ["titre de l'action", 'Descriptif'],
    ['TITRE DE LA FICHE ACTION', 'descriptif'],
    ['Titre de la fiche action (300 caractères)', ' Descriptif\n'],
  ])('is read under « %s » and « %s », in any order', async (titre, descriptif) => {
    const plan = await planOf({
      rows: [
        [descriptif, 'Divers', titre],
        ['Le texte', 'x', 'Une fiche'],
      ],
    })
    expect(plan.fiches).toMatchObject([
      { titre: 'Une fiche', textes: { description: [{ insert: 'Le texte' }, { insert: '\n' }] } },
    ])
    expect(cellAt(plan, 'B2')).toMatchObject({
      heading: 'Divers',
      problem: expect.stringContaining('ne fait pas partie du modèle'),
    })
  })

  test('is the one with the most headings, and the others are told', async () => {
    const plan = await planOf({
      rows: [
        ['Titre', 'Statut'],
        ['Brouillon', 'En cours'],
      ],
      change: (workbook) => workbook.addWorksheet('Complet').addRows([TEMPLATE_HEADINGS, ['', '', '', 'La bonne']]),
    })
    expect(plan).toMatchObject({ sheetName: 'Complet', otherSheets: ['Feuille'], fiches: [{ titre: 'La bonne' }] })
  })

  test('takes no name from the template’s own titles of groups', async () => {
    const plan = await planOf({ rows: [['Présentation de l’action'], TEMPLATE_HEADINGS, ['', '', '', 'Une fiche']] })
    expect(plan.nom).toBeNull()
  })

  test('is refused without a column of titles', async () => {
    await expect(
      planOf({
        rows: [
          ['Axe', 'Descriptif', 'Statut'],
          ['a', 'b', 'c'],
        ],
      }),
    ).rejects.toThrow('Aucune feuille')
  })

  test('is not looked for past the first 20 rows', async () => {
    const under = (blank: number) =>
      planOf({ rows: [...Array.from({ length: blank }, () => []), TEMPLATE_HEADINGS, ['', '', '', 'F']] })
    expect((await under(19)).fiches).toHaveLength(1)
    await expect(under(20)).rejects.toThrow('Aucune feuille')
  })

  test('is refused when it describes no fiche', async () => {
    expect((await planOfRows([])).errors).toMatchObject([
      { row: null, message: expect.stringContaining('Aucune fiche') },
    ])
  })

  test('reads a heading once: the second column of that name is reported', async () => {
    const plan = await planOf({
      rows: [
        ['Titre', 'Objectifs', 'Objectifs'],
        ['F', 'un', 'deux'],
      ],
    })
    expect(deltaToPlain(plan.fiches[0]?.textes.objectifs ?? [])).toBe('un')
    expect(cellAt(plan, 'C2')).toMatchObject({
      value: 'deux',
      problem: expect.stringContaining('Une colonne précédente'),
    })
  })
})

describe('axes', () => {
  test('are made once per name under the same parent, in order of appearance', async () => {
    const plan = await planOfRows([
      ['B', 'b1', 'x', 'F1'],
      ['A', 'b1', '', 'F2'],
      [' B ', 'b1', 'y', 'F3'],
      ['B', 'b2', '', 'F4'],
      ['b', '', '', 'F5'],
      ['', '', '', 'F6'],
    ])
    expect(tree(plan.axes)).toEqual([
      [
        'B',
        [
          [
            'b1',
            [
              ['x', []],
              ['y', []],
            ],
          ],
          ['b2', []],
        ],
      ],
      ['A', [['b1', []]]],
      ['b', []],
    ])
    expect(plan.fiches.map(({ axe }) => axe?.nom)).toEqual(['x', 'b1', 'y', 'b2', 'b', undefined])
  })

  test('of the third level hang under the first when the second is empty', async () => {
    const plan = await planOfRows([['A', '', 'z', 'F']])
    expect(tree(plan.axes)).toEqual([['A', [['z', []]]]])
  })

  test('merged over several rows hold every fiche of these rows, and are reported once', async () => {
    const plan = await planOfRows(
      [
        ['A', '', '', 'F1'],
        ['', '', '', 'F2'],
      ],
      (_workbook, sheet) => sheet.mergeCells('A2:A3'),
    )
    expect(plan.fiches.map(({ axe }) => axe?.nom)).toEqual(['A', 'A'])
    expect(plan.cells.filter(({ column }) => column === 'A')).toMatchObject([{ row: 2, created: 'axe' }])
  })

  test('may hold no fiche', async () => {
    const plan = await planOfRows([
      ['A', 'vide'],
      ['A', '', '', 'F'],
    ])
    expect(tree(plan.axes)).toEqual([['A', [['vide', []]]]])
    expect([cellAt(plan, 'A2'), cellAt(plan, 'B2'), cellAt(plan, 'A3')]).toMatchObject([
      { created: 'axe' },
      { created: 'sousAxe' },
      { field: 'axe' },
    ])
  })
})

describe('instructions of the template', () => {
  const FORMATS = ['Champ texte', 'Champ texte', 'Champ texte', 'Champ texte ', 'Champ texte libre']
  const ADVICE = [
    "Si vos axes sont numérotés, indiquez d'abord :\n- le numéro",
    '',
    '',
    'Texte court de 300 caractères maximum, espaces compris.',
  ]

  test('in rows of their own are no data', async () => {
    const plan = await planOfRows([FORMATS, ADVICE, ['A', '', '', 'F']])
    expect(plan.fiches).toMatchObject([{ titre: 'F' }])
    expect(plan.cells.map(({ row }) => row)).toEqual([4, 4])
  })

  test('beside data are reported and never imported', async () => {
    const plan = await planOfRows([
      ['A', '', '', 'F', "Ces informations devront être saisies directement sur la plateforme après l'import."],
    ])
    expect(plan.fiches[0]?.textes).toEqual({})
    expect(cellAt(plan, 'E2')).toMatchObject({ problem: expect.stringContaining('consigne du modèle') })
  })

  test('hide no word that someone wrote among them', async () => {
    const plan = await planOfRows([
      [...FORMATS, 'à voir avec Paul'],
      ['', '', '', 'F'],
    ])
    expect(cellAt(plan, 'F2')).toMatchObject({
      value: 'à voir avec Paul',
      problem: expect.stringContaining('ligne de consignes'),
    })
  })
})

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

describe('columns of several kinds', () => {
  const mapped = async (headings: string[], row: CellValue[]) => {
    const plan = await planOf({
      rows: [
        ['Titre', ...headings],
        ['F', ...row],
      ],
    })
    return { plan, fiche: plan.fiches[0], told: plan.cells.slice(1) }
  }

  test('give a shared amount to those who pay together, and tell of an amount of nobody', async () => {
    const { plan, fiche, told } = await mapped(
      ['Financeur 1', 'Montant € HT', 'Financeur 2', 'Montant € HT', 'Financeur 3', 'Montant € HT'],
      ['Métropole, Région', '50 000 € HT', 'metropole', 'beaucoup', '', 12],
    )
    expect(fiche?.financeurs).toEqual([
      { keys: ['metropole', 'region'], montant: '50000.00' },
      { keys: ['metropole'], montant: null },
    ])
    expect(plan.labels.FINANCEUR.map(({ nom }) => nom)).toEqual(['Métropole', 'Région'])
    expect(told.slice(-2)).toMatchObject([
      { problem: expect.stringContaining('pas lisible') },
      { problem: expect.stringContaining('pas de financeur') },
    ])
  })

  test('hold budgets as their headings say, and a total of no type otherwise', async () => {
    const { fiche, told } = await mapped(
      [
        'Budget prévisionnel total € HT',
        'Budget réel investissement 2026',
        'Budget ETP',
        'Budget total € HT',
        'Budget TTC',
      ],
      [1000.5, '12,345', 2, 9, 9],
    )
    expect(fiche?.budgets).toEqual([
      { type: 'NON_PRECISE', unite: 'EUROS_HT', nature: 'PREVISIONNEL', annee: null, montant: '1000.50' },
      { type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', annee: 2026, montant: '12.35' },
      { type: 'NON_PRECISE', unite: 'ETP', nature: 'PREVISIONNEL', annee: null, montant: '2.00' },
    ])
    expect(told).toMatchObject([
      { field: 'budget' },
      { warning: expect.stringContaining('12,35') },
      { field: 'budget' },
      { problem: expect.stringContaining('déjà lue') },
      { problem: expect.stringContaining('ne fait pas partie') },
    ])
  })

  test('hold dated notes, measures with their codes, and what is not of a list is told', async () => {
    const { fiche, told } = await mapped(
      ['Notes de suivi', 'Notes', 'Mesures liées', 'Cibles', 'Action en amélioration continue'],
      [
        'Sans date\n12/03/2025 : Un\ndeux',
        '2025-04-01 - Trois',
        'cae 3.1.2 Planifier\nUne mesure',
        'Agents, Martiens',
        'parfois',
      ],
    )
    expect(fiche?.notes.map(({ date, texte }) => [date, deltaToPlain(texte)])).toEqual([
      [null, 'Sans date'],
      ['2025-03-12', 'Un\ndeux'],
      ['2025-04-01', 'Trois'],
    ])
    expect(fiche?.mesures).toEqual([
      { code: 'cae 3.1.2', titre: 'Planifier' },
      { code: '', titre: 'Une mesure' },
    ])
    expect(fiche?.cibles).toEqual(['AGENTS'])
    expect(told.slice(-2)).toMatchObject([
      { warning: expect.stringContaining('Martiens') },
      { problem: expect.any(String), choices: ['VRAI', 'FAUX'] },
    ])
  })

  test('keep 100 names of a cell, and tell of one more', async () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `P${index}`).join(', ')
    const { fiche, told } = await mapped(['Personne pilote', 'Élu·e référent·e'], [names(100), names(101)])
    expect([fiche?.pilotes.length, fiche?.referents.length]).toEqual([100, 100])
    expect(told[0]).not.toHaveProperty('warning')
    expect(told[1]).toMatchObject({ warning: expect.stringContaining('100 premiers') })
  })
})
