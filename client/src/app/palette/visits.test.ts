import { expect, it } from 'vitest'
import { visitOf, withVisit } from './visits.ts'

const UUID = '019a0000-0000-7000-8000-00000000000'

it('knows what a page is about', () => {
  expect(visitOf(`/plans/${UUID}1`)).toEqual({ kind: 'plan', uuid: `${UUID}1` })
  expect(visitOf(`/fiches/${UUID}2/journal`)).toEqual({ kind: 'fiche', uuid: `${UUID}2` })
  expect(visitOf('/collectivites/200068229/plans')).toBeNull()
  expect(visitOf('/plans/1')).toBeNull()
})

it('keeps the last looked at first, each once, twelve of them', () => {
  const visit = (last: number) => ({ kind: 'fiche' as const, uuid: `${UUID}${last}` })
  expect(withVisit([visit(1), visit(2)], visit(2))).toEqual([visit(2), visit(1)])
  const many = Array.from({ length: 12 }, (_, index) => visit(index))
  expect(withVisit(many, visit(99))).toHaveLength(12)
})
