import { generateNKeysBetween } from 'fractional-indexing'

/**
 * `count` fractional positions after `last` (null: the place is empty), in order.
 * They are base-62 and compare byte by byte, never with a locale.
 */
export function positionsAfter(last: string | null, count: number): string[] {
  return generateNKeysBetween(last, null, count)
}
