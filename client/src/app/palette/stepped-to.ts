/** Which entry a key goes to, round from the last to the first; null for a key that is not ours. Début and Fin are the text's. */
export function steppedTo({ key, current, count }: { key: string; current: number; count: number }): number | null {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count
    case 'ArrowUp':
      return (current - 1 + count) % count
    case 'PageDown':
      return Math.min(current + PAGE_SIZE, count - 1)
    case 'PageUp':
      return Math.max(current - PAGE_SIZE, 0)
    default:
      return null
  }
}

const PAGE_SIZE = 8
