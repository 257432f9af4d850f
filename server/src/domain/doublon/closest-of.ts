import type { Empreinte } from './empreinte.ts'

/** Fiches that each is compared with, at most, among those after it: those with which it has most in common. */
const MAX_CLOSEST = 8

/** A collectivité of fewer is compared whole: it takes less time than choosing. */
const ALL_WITH_ALL = 100

/** A term that more of the fiches hold tells nothing of which are close; one of a titre tells longer. Few fiches are few anyhow. */
const COMMON = { share: 0.03, least: 20 }
const COMMON_OF_TITRE = { share: 0.1, least: 50 }

/** What a term of both titres counts for, where one of their other texts counts for one. */
const OF_TITRE = 3

/** Less in common than one term of both titres, or three of their texts, is too little. */
const MIN_IN_COMMON = OF_TITRE

/**
 * For each fiche of a list, which of those after it are worth comparing: by an index of their terms, so that a list twice as long does not
 * take four times as long.
 */
export function closestOf(empreintes: readonly Empreinte[]): (at: number) => number[] {
  const count = empreintes.length
  if (count <= ALL_WITH_ALL) return (at) => Array.from({ length: count - at - 1 }, (_, index) => at + 1 + index)
  const holders = holdersOf(empreintes)
  const most = Math.max(COMMON.least, count * COMMON.share)
  const mostOfTitre = Math.max(COMMON_OF_TITRE.least, count * COMMON_OF_TITRE.share)
  const inCommon = new Uint32Array(count)

  return (at) => {
    const met: number[] = []
    const { titre, texte } = empreintes[at] ?? { titre: new Map(), texte: new Map() }
    for (const cle of texte.keys()) {
      const list = holders.get(cle) ?? []
      const isOfTitre = titre.has(cle)
      if (list.length > (isOfTitre ? mostOfTitre : most)) continue
      for (const other of list) {
        if (other <= at) continue
        if (inCommon[other] === 0) met.push(other)
        inCommon[other] = (inCommon[other] ?? 0) + (isOfTitre && empreintes[other]?.titre.has(cle) ? OF_TITRE : 1)
      }
    }
    const closest = withMost(met, inCommon)
    for (const other of met) inCommon[other] = 0
    return closest
  }
}

/** Which fiches hold each telling term. */
function holdersOf(empreintes: readonly Empreinte[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  empreintes.forEach(({ texte }, at) => {
    for (const { cle, poids } of texte.values()) {
      if (poids < 1) continue
      const list = holders.get(cle)
      if (list) list.push(at)
      else holders.set(cle, [at])
    }
  })
  return holders
}

/** From those with most in common down: sorting them all would take longer than comparing them. */
function withMost(met: readonly number[], inCommon: Uint32Array): number[] {
  const closest: number[] = []
  const highest = met.reduce((max, other) => Math.max(max, inCommon[other] ?? 0), 0)
  for (let wanted = highest; wanted >= MIN_IN_COMMON && closest.length < MAX_CLOSEST; wanted -= 1)
    for (const other of met) if (inCommon[other] === wanted) closest.push(other)
  return closest.slice(0, MAX_CLOSEST)
}
