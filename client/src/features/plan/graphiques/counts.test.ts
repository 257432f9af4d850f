import { describe, expect, it } from 'vitest'
import type { Statut } from '../../../gql/graphql.ts'
import { buildPlanTree } from '../../../lib/plan/plan-tree-model.ts'
import { countByAxe, countByPeriod, countByStatut, type CountedFiche, fichesOf } from './counts.ts'

const fiche = (id: string, statut: Statut | null = null, dateFin: string | null = null): CountedFiche => ({
  id,
  statut,
  dateFin,
})

const axe = (id: string, parent: string | null, position: string) => ({
  id,
  uuid: id,
  nom: `Axe ${id}`,
  position,
  parent: parent === null ? null : { id: parent },
})

const place = (id: string, axeId: string | null, of: CountedFiche) => ({
  id,
  uuid: id,
  position: id,
  axe: axeId === null ? null : { id: axeId },
  fiche: of,
})

describe('the fiches of a plan', () => {
  const [x, y, z] = [fiche('x', 'REALISE'), fiche('y', 'EN_COURS'), fiche('z')]
  const tree = buildPlanTree({
    axes: [axe('b', null, 'b'), axe('a', null, 'a'), axe('a1', 'a', 'a')],
    places: [place('1', 'a', x), place('2', 'a1', x), place('3', 'a1', y), place('4', 'b', x), place('5', null, z)],
    complete: true,
  })
  const ficheOf = (at: { fiche: CountedFiche }) => at.fiche

  it('count once in the plan, and once in each first axe with what is below it', () => {
    expect(fichesOf(tree, ficheOf).map(({ id }) => id)).toEqual(['x', 'y', 'z'])
    expect(countByAxe(tree, ficheOf)).toEqual([
      {
        id: 'a',
        nom: 'Axe a',
        fichesCount: 2,
        statuts: [
          { statut: 'EN_COURS', count: 1 },
          { statut: 'REALISE', count: 1 },
        ],
      },
      { id: 'b', nom: 'Axe b', fichesCount: 1, statuts: [{ statut: 'REALISE', count: 1 }] },
      { id: null, nom: 'Hors des axes', fichesCount: 1, statuts: [{ statut: null, count: 1 }] },
    ])
  })

  it('are counted by statut in the order of their life, those without any last', () => {
    expect(countByStatut([z, x, y, fiche('w', 'EN_COURS')])).toEqual([
      { statut: 'EN_COURS', count: 2 },
      { statut: 'REALISE', count: 1 },
      { statut: null, count: 1 },
    ])
    expect(countByStatut([])).toEqual([])
  })
})

describe('the fiches that end', () => {
  const TODAY = '2026-05-15'

  it('are done, late or to come in each quarter, the empty ones between included', () => {
    const counts = countByPeriod(
      [
        fiche('a', 'REALISE', '2026-01-31'),
        fiche('b', 'EN_COURS', '2026-03-31'),
        fiche('c', null, TODAY),
        fiche('d', 'A_VENIR', '2026-12-31'),
        fiche('e', 'ABANDONNE', '2020-12-31'),
        fiche('f', 'EN_COURS'),
      ],
      TODAY,
    )
    expect(counts).toEqual([
      { label: 'T1 2026', from: '2026-01-01', to: '2026-03-31', done: 1, late: 1, toCome: 0 },
      { label: 'T2 2026', from: '2026-04-01', to: '2026-06-30', done: 0, late: 0, toCome: 1 },
      { label: 'T3 2026', from: '2026-07-01', to: '2026-09-30', done: 0, late: 0, toCome: 0 },
      { label: 'T4 2026', from: '2026-10-01', to: '2026-12-31', done: 0, late: 0, toCome: 1 },
    ])
  })

  it('are counted by year past sixteen quarters, and only the years that there are past forty', () => {
    const quarters = countByPeriod([fiche('a', null, '2026-01-01'), fiche('b', null, '2029-12-31')], TODAY)
    expect(quarters).toHaveLength(16)
    const years = countByPeriod([fiche('a', null, '2026-01-01'), fiche('b', null, '2030-01-01')], TODAY)
    expect(years.map(({ label }) => label)).toEqual(['2026', '2027', '2028', '2029', '2030'])
    expect(years[0]).toMatchObject({ from: '2026-01-01', to: '2026-12-31' })
    const centuries = countByPeriod([fiche('a', null, '1999-01-01'), fiche('b', null, '2150-01-01')], TODAY)
    expect(centuries.map(({ label }) => label)).toEqual(['1999', '2150'])
  })

  it('are none where none has an end', () => {
    expect(countByPeriod([], TODAY)).toEqual([])
    expect(countByPeriod([fiche('a', 'EN_COURS')], TODAY)).toEqual([])
  })
})
