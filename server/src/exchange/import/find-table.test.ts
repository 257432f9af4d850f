import { deltaToPlain } from '@pupitre/document'
import { describe, expect, test } from 'vitest'
import { cellAt, planOf, planOfRows } from '../../../test/mapped-plan.ts'
import { TEMPLATE_HEADINGS } from '../../../test/spreadsheet-file.ts'

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
