import type { Block } from './block.ts'

/**
 * The number shown before each block of kind `number` (0 for the others). A numbered list goes on over deeper blocks; any other block
 * at its own depth or above ends it, and the next one starts at 1.
 */
export function listNumbers(blocks: Pick<Block, 'kind' | 'indent'>[]): number[] {
  const counts: number[] = []
  return blocks.map(({ kind, indent }) => {
    counts.length = Math.min(counts.length, kind === 'number' ? indent + 1 : indent)
    if (kind !== 'number') return 0
    const count = (counts[indent] ?? 0) + 1
    counts[indent] = count
    return count
  })
}
