import { expect, test } from 'vitest'
import { decodeToldChanges, encodeToldChanges, type ToldChanges } from './told-changes.ts'

const at = new Date('2026-11-26T05:00:00.123Z')
const by = { userId: 'u', name: 'Camille' }

const CHANGES: ToldChanges = {
  kind: 'changes',
  changes: [
    { kind: 'fiche', ficheId: 'f', fields: ['statut'], by, at },
    { kind: 'plan', planId: 'p', axeIds: ['a'], removedPlacementIds: ['r'], by: null, at },
    { kind: 'indicateur', indicateurId: 'i', fields: [], ficheId: 'f', by, at },
    { kind: 'corbeille', collectiviteId: 'c', by, at },
    { kind: 'vues', collectiviteId: 'c', by: null, at },
    { kind: 'mesFiches', userId: 'u', ficheIds: null, by, at },
  ],
}

test('what one process tells is what the others hear, dates included', () => {
  expect(decodeToldChanges(encodeToldChanges(CHANGES))).toEqual(CHANGES)
  const rights: ToldChanges = { kind: 'rights', rights: { userIds: ['u'], plans: ['p'] } }
  expect(decodeToldChanges(encodeToldChanges(rights))).toEqual(rights)
})

test('what is not of this version is not heard', () => {
  for (const text of ['', '{', 'null', '{"kind":"other"}', '{"kind":"changes","changes":[{"kind":"fiche"}]}'])
    expect(decodeToldChanges(Buffer.from(text)), text).toBeNull()
})
