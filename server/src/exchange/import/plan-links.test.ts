import { expect, test } from 'vitest'
import { MAX_LIENS } from '../../domain/lien/lien-rules.ts'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import { emptyFiche } from './empty-fiche.ts'
import type { ImportFiche } from './import-plan.ts'
import { planLinks } from './plan-links.ts'

/** A fiche of the file that names others in its cell of column B. */
function fiche(row: number, titre: string, liees: readonly string[] = []): ImportFiche {
  const links = liees.map((nom) => ({ nom, key: normaliseNom(nom), row, column: 'B' }))
  return { ...emptyFiche({ row, axe: null, titre }), liees: links }
}

function planned(fiches: ImportFiche[], there: Readonly<Record<string, number>> = {}) {
  const inFile = new Map(fiches.map((each) => [normaliseNom(each.titre), each]))
  const keys = Object.entries(there).map(([titre, liens]) => ({ key: normaliseNom(titre), liens }))
  return planLinks(
    { fiches },
    {
      inFile,
      there: new Map(keys.map(({ key }) => [key, `id of ${key}`])),
      liensOf: new Map(keys.map(({ key, liens }) => [`id of ${key}`, liens])),
    },
  )
}

const titres = (count: number) => Array.from({ length: count }, (_, index) => `Fiche ${index}`)

test('makes one link of two fiches that name each other', () => {
  const { links, left } = planned([fiche(2, 'A', ['B']), fiche(3, 'B', ['A'])])
  expect(links).toHaveLength(1)
  expect([...left]).toEqual([])
})

test(`links a fiche to ${MAX_LIENS} others, and names the next one, which is left out`, () => {
  const others = titres(MAX_LIENS + 1).map((titre, index) => fiche(index + 3, titre))
  const all = planned([fiche(2, 'A', titres(MAX_LIENS)), ...others])
  expect(all.links).toHaveLength(MAX_LIENS)
  expect([...all.left]).toEqual([])
  const over = planned([fiche(2, 'A', titres(MAX_LIENS + 1)), ...others])
  expect(over.links).toHaveLength(MAX_LIENS)
  expect([...over.left]).toEqual([
    ['B2', `Une fiche a ${MAX_LIENS} liens au plus, sans celui-ci : « Fiche ${MAX_LIENS} ».`],
  ])
})

test('counts the links that a fiche had before, and those that others make to it', () => {
  const { links, left } = planned([fiche(2, 'A', ['Ancienne']), fiche(3, 'B', ['Ancienne', 'A'])], {
    Ancienne: MAX_LIENS - 1,
  })
  expect(links.map(({ fiche: { titre }, autre }) => [titre, typeof autre])).toEqual([
    ['A', 'string'],
    ['B', 'object'],
  ])
  expect(left.get('B3')).toBe(`Une fiche a ${MAX_LIENS} liens au plus, sans celui-ci : « Ancienne ».`)
})

test('says what leads nowhere, and what leads to the fiche itself', () => {
  const { links, left } = planned([fiche(2, 'A', ['Nulle part', 'À'])])
  expect(links).toEqual([])
  expect(left.get('B2')).toBe(
    'Aucune fiche n’a ce titre : « Nulle part ». Une fiche ne se lie pas à elle-même : « À ».',
  )
})
