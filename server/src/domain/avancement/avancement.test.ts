import { Prisma } from '@pupitre/prisma'
import { describe, expect, it } from 'vitest'
import type { BudgetLine } from '../budget/budget-totals.ts'
import { avancementOf, type CountedFiche, rollUp } from './avancement.ts'

const fiche = (id: string, rest: Partial<CountedFiche> = {}): CountedFiche => ({
  id,
  statut: null,
  enRetard: false,
  budgets: [],
  poids: null,
  ...rest,
})

const euros = (montant: number, rest: Partial<BudgetLine> = {}): BudgetLine => ({
  type: 'INVESTISSEMENT',
  unite: 'EUROS_HT',
  nature: 'PREVISIONNEL',
  annee: null,
  montant: new Prisma.Decimal(montant),
  ...rest,
})

describe('how far fiches are', () => {
  it('is nothing where there is none', () => {
    expect(avancementOf([])).toEqual({
      fichesCount: 0,
      statuts: [],
      enRetardCount: 0,
      partRealisee: null,
      partRealiseeDuBudget: null,
      partRealiseePonderee: null,
      budgets: [],
    })
  })

  it('counts those that are done among those that are not given up', () => {
    const { statuts, partRealisee, enRetardCount } = avancementOf([
      fiche('a', { statut: 'REALISE' }),
      fiche('b', { statut: 'EN_COURS', enRetard: true }),
      fiche('c', { statut: 'EN_COURS' }),
      fiche('d'),
      fiche('e', { statut: 'ABANDONNE' }),
    ])
    expect(partRealisee).toBe(0.25)
    expect(enRetardCount).toBe(1)
    expect(statuts[0]).toEqual({ statut: 'EN_COURS', fichesCount: 2 })
    expect(statuts).toContainEqual({ statut: null, fichesCount: 1 })
    expect(avancementOf([fiche('e', { statut: 'ABANDONNE' })]).partRealisee).toBeNull()
  })

  it('counts each for what it is planned to cost in euros, whatever was spent', () => {
    const done = fiche('a', { statut: 'REALISE', budgets: [euros(300), euros(900, { nature: 'REEL' })] })
    const open = fiche('b', { budgets: [euros(100), euros(2, { unite: 'ETP' })] })
    expect(avancementOf([done, open, fiche('c')]).partRealiseeDuBudget).toBe(0.75)
    expect(avancementOf([fiche('c')]).partRealiseeDuBudget).toBeNull()
  })

  it('counts each for its weight, one where it is not said, and none that weighs nothing', () => {
    const fiches = [fiche('a', { statut: 'REALISE', poids: 3 }), fiche('b'), fiche('c', { poids: 0 })]
    expect(avancementOf(fiches).partRealiseePonderee).toBe(0.75)
    expect(avancementOf([...fiches, fiche('d', { statut: 'ABANDONNE', poids: 100 })]).partRealiseePonderee).toBe(0.75)
    expect(avancementOf([fiche('c', { poids: 0 })]).partRealiseePonderee).toBeNull()
  })

  it('adds up budgets, never a total to its years, and keeps cents', () => {
    const { budgets } = avancementOf([
      fiche('a', { budgets: [euros(100), euros(40, { annee: 2026 }), euros(60, { annee: 2027 })] }),
      fiche('b', { budgets: [euros(0.1, { annee: 2026 }), euros(0.2, { annee: 2027 })] }),
      fiche('c', { budgets: [euros(1.5, { unite: 'ETP', type: 'FONCTIONNEMENT' })] }),
    ])
    expect(budgets.map(({ unite, montant }) => [unite, montant.toString()])).toEqual([
      ['ETP', '1.5'],
      ['EUROS_HT', '100.3'],
    ])
  })
})

describe('how far a tree is', () => {
  it('counts what is below, and a fiche once wherever it has several places', () => {
    const fiches = new Map([
      ['x', fiche('x', { statut: 'REALISE' })],
      ['y', fiche('y')],
      ['z', fiche('z')],
    ])
    const { plan, byAxe } = rollUp({
      axes: [
        { id: 'haut', parentId: null },
        { id: 'bas', parentId: 'haut' },
        { id: 'vide', parentId: null },
      ],
      places: [
        { ficheId: 'x', axeId: 'bas' },
        { ficheId: 'x', axeId: 'haut' },
        { ficheId: 'y', axeId: 'haut' },
        { ficheId: 'z', axeId: null },
      ],
      fiches,
    })
    expect(byAxe.get('bas')).toMatchObject({ fichesCount: 1, partRealisee: 1 })
    expect(byAxe.get('haut')).toMatchObject({ fichesCount: 2, partRealisee: 0.5 })
    expect(byAxe.get('vide')).toMatchObject({ fichesCount: 0, partRealisee: null })
    expect(plan.fichesCount).toBe(3)
  })
})
