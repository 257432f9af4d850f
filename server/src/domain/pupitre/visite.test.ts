import { expect, it } from 'vitest'
import { derniereVisite, VISITE_GAP_MS, type Visites, visitesAt } from './visite.ts'

const at = (ms: number) => new Date(1_800_000_000_000 + ms)
const NEVER: Visites = { vuAt: null, visitePrecedenteAt: null }

it('keeps what was new as new until the visit is over', () => {
  const first = visitesAt(NEVER, at(0))
  expect(derniereVisite(first, at(1))).toBeNull()
  const reloaded = visitesAt(first, at(VISITE_GAP_MS - 1))
  expect(derniereVisite(reloaded, at(VISITE_GAP_MS))).toBeNull()

  const back = at(10 * VISITE_GAP_MS)
  const second = visitesAt(reloaded, back)
  expect(derniereVisite(second, back)).toEqual(at(VISITE_GAP_MS - 1))
  const again = visitesAt(second, at(10 * VISITE_GAP_MS + 5))
  expect(derniereVisite(again, at(10 * VISITE_GAP_MS + 6))).toEqual(at(VISITE_GAP_MS - 1))
})

it('answers the same before and after the visit is noted', () => {
  const visites: Visites = { vuAt: at(0), visitePrecedenteAt: null }
  for (const gap of [VISITE_GAP_MS - 1, VISITE_GAP_MS, VISITE_GAP_MS + 1]) {
    const now = at(gap)
    expect(derniereVisite(visitesAt(visites, now), now)).toEqual(derniereVisite(visites, now))
  }
})
