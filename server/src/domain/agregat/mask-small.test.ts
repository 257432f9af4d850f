import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../test/seeded-random.ts'
import { type Cell, maskSmall, MIN_TOLD } from './mask-small.ts'

const cell = (key: string, ...circles: number[]): Cell => ({ key, circles })
const masked = (...cells: Cell[]) => {
  const keys = maskSmall(cells)
  return keys && [...keys].toSorted()
}

describe('small groups', () => {
  it('are told from 5 fiches on', () => {
    expect(masked(cell('eau', MIN_TOLD), cell('voirie', 12))).toEqual([])
    expect(masked(cell('eau', MIN_TOLD - 1), cell('voirie', 12), cell('culture', 30))).toEqual(['eau', 'voirie'])
  })

  it('are not found by taking the others away from the whole: another is kept back, the smallest', () => {
    expect(masked(cell('eau', 2), cell('voirie', 20), cell('culture', 7))).toEqual(['culture', 'eau'])
    expect(masked(cell('eau', 1), cell('voirie', 1), cell('culture', 7), cell('sport', 9))).toEqual([
      'culture',
      'eau',
      'voirie',
    ])
  })

  it('are not found by taking what anybody reads away from what agents read', () => {
    expect(masked(cell('eau', 8, 2), cell('voirie', 9, 9), cell('culture', 10, 30))).toEqual(['eau', 'voirie'])
  })

  it('are kept back from agents when they are from anybody, so that what is told to one tells nothing of the other', () => {
    expect(masked(cell('eau', 3, 50), cell('voirie', 6, 0), cell('culture', 30, 0))).toEqual(['eau', 'voirie'])
  })

  it('are not told of at all when there is nothing to hide them among', () => {
    expect(masked(cell('eau', 3))).toBeNull()
    expect(masked(cell('eau', 1), cell('voirie', 2))).toBeNull()
    expect(masked(cell('eau', 6))).toEqual([])
    expect(masked()).toEqual([])
  })

  it('cannot be computed from any two answers, whatever they are', () => {
    const random = seededRandom(7)
    const draw = () => (random() < 0.3 ? 0 : Math.floor(random() ** 2 * 25))
    for (let run = 0; run < 2_000; run += 1) {
      const cells = Array.from({ length: 1 + Math.floor(random() * 7) }, (_, at) =>
        cell(`${at}`, draw(), draw(), draw()),
      )
      const answers = [1, 2, 3].map((circles) => answerOf(cells, circles))
      for (const narrow of answers)
        for (const wide of answers)
          for (const found of foundBy(narrow, wide)) expect(found === 0 || found >= MIN_TOLD).toBe(true)
    }
  })
})

interface Answer {
  /** null: nothing is told. */
  told: Map<string, number> | null
  whole: number
}

/** What the readers of so many circles are told. */
function answerOf(cells: readonly Cell[], circles: number): Answer {
  const within = cells.map(({ key, circles: counts }) => cell(key, ...counts.slice(0, circles)))
  const sums = within.map(({ key, circles: counts }) => [key, counts.reduce((sum, count) => sum + count, 0)] as const)
  const keptBack = maskSmall(within)
  return {
    whole: sums.reduce((sum, [, count]) => sum + count, 0),
    told: keptBack && new Map(sums.filter(([key, count]) => count > 0 && !keptBack.has(key))),
  }
}

/** What one can compute of groups: each that is told, what two answers say of one, and all that is kept back together. */
function foundBy(narrow: Answer, wide: Answer): number[] {
  if (!narrow.told || !wide.told) return []
  const rest = ({ whole, told }: Answer) => whole - [...(told ?? [])].reduce((sum, [, count]) => sum + count, 0)
  const both = [...wide.told].flatMap(([key, count]) => {
    const other = narrow.told?.get(key)
    return other === undefined ? [] : [Math.abs(count - other)]
  })
  return [...narrow.told.values(), ...wide.told.values(), ...both, rest(narrow), rest(wide)]
}
