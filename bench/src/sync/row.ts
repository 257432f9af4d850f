import type { PhysicalLimits } from './physical-limits.ts'
import type { Target } from './target.ts'

/** How long loads last: short while one works on the bench, long for figures that are kept. */
export interface Pace {
  warmUpSeconds: number
  seconds: number
  /** Of each step of a load that grows. */
  stepSeconds: number
}

/** One number of a row, what it must reach, and which side of that is better. */
export interface Figure {
  key: string
  title: string
  unit: string
  better: 'less' | 'more'
  /** The last column of the anchors; null for what is shown beside. */
  bar: number | null
  /** Of the machine itself: within a tenth of it, nothing is left to gain. */
  limit?: keyof PhysicalLimits
}

/** One load, and what is read from it. */
export interface Row {
  name: string
  title: string
  figures: readonly Figure[]
  measure(target: Target, pace: Pace): Promise<Figures>
}

/** By the key of the figure; NaN when a server shows nothing. */
export type Figures = Record<string, number>

export const less = (key: string, title: string, bar: number | null, unit = 'ms'): Figure => ({
  key,
  title,
  unit,
  better: 'less',
  bar,
})

export const more = (key: string, title: string, bar: number | null, unit = '/s'): Figure => ({
  key,
  title,
  unit,
  better: 'more',
  bar,
})
