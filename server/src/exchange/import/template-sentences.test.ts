import { describe, expect, test } from 'vitest'
import { cellAt, planOfRows } from '../../../test/mapped-plan.ts'

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
