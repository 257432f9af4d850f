import { deltaToPlain } from '@pupitre/document'
import type { CellValue } from 'exceljs'
import { describe, expect, test } from 'vitest'
import { planOf } from '../../../test/mapped-plan.ts'

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
