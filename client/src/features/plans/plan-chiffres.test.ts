import { describe, expect, it } from 'vitest'
import type { PlanChiffresFragment } from '../../gql/graphql.ts'
import { budgetTexts, realisees, sortPlans } from './plan-chiffres.ts'

type Avancement = PlanChiffresFragment['avancement']

const avancement = (rest: Partial<Avancement> = {}): Avancement => ({
  fichesCount: 0,
  partRealisee: null,
  enRetardCount: 0,
  statuts: [],
  budgets: [],
  ...rest,
})

describe('the numbers of a plan', () => {
  it('count what is done among what is not given up', () => {
    expect(realisees(avancement())).toEqual({ done: 0, awaited: 0 })
    const statuts = [
      { statut: 'REALISE' as const, fichesCount: 3 },
      { statut: 'ABANDONNE' as const, fichesCount: 2 },
      { statut: null, fichesCount: 5 },
    ]
    expect(realisees(avancement({ fichesCount: 10, statuts }))).toEqual({ done: 3, awaited: 8 })
  })

  it('add up budgets of one nature by unit, to the cent, and say nothing where none is known', () => {
    const budgets: Avancement['budgets'] = [
      { type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'PREVISIONNEL', montant: '12000.10' },
      { type: 'FONCTIONNEMENT', unite: 'EUROS_HT', nature: 'PREVISIONNEL', montant: '500.20' },
      { type: 'FONCTIONNEMENT', unite: 'ETP', nature: 'PREVISIONNEL', montant: '0.5' },
      { type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', montant: '0' },
    ]
    expect(budgetTexts(avancement({ budgets }), 'PREVISIONNEL')).toEqual(['12\u202f500,30\u00a0€', '0,5\u00a0ETP'])
    expect(budgetTexts(avancement({ budgets }), 'REEL')).toEqual(['0\u00a0€'])
    expect(budgetTexts(avancement(), 'REEL')).toEqual([])
  })
})

describe('the order of plans', () => {
  const plans = [
    { nom: 'A', avancement: avancement({ partRealisee: 0.5, enRetardCount: 1 }) },
    { nom: 'B', avancement: avancement() },
    { nom: 'C', avancement: avancement({ partRealisee: 0 }) },
    { nom: 'D', avancement: avancement({ partRealisee: 0.5, enRetardCount: 4 }) },
  ]
  const noms = (tri: Parameters<typeof sortPlans>[1]) => sortPlans(plans, tri).map(({ nom }) => nom)

  it('puts the most advanced or the latest first, those without anything last, ties by name', () => {
    expect(noms(undefined)).toEqual(['A', 'B', 'C', 'D'])
    expect(noms('avancement')).toEqual(['A', 'D', 'C', 'B'])
    expect(noms('retard')).toEqual(['D', 'A', 'B', 'C'])
  })
})
