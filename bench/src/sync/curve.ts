import type { OurTarget } from './our-target.ts'

/** What is measured as one thing grows and the rest stays. */
export interface Curve {
  title: string
  /** What grows, in order. */
  sizes: readonly number[]
  columns: readonly string[]
  /** One line: a number for each column. */
  measure(server: OurTarget, size: number): Promise<number[]>
}
