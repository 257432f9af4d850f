/** A move of the focus in the grid. */
export interface Move {
  rows: number
  columns: number
}

interface Caret {
  start: number | null
  end: number | null
  length: number
}

/**
 * Where a key goes from a cell: up and down by the arrows and Entrée, left and right by the arrows once the caret is at the edge,
 * or the whole cell is selected. null: the key does what it does in a text field. Tab is the browser's.
 */
export function gridMove({ key, shiftKey }: { key: string; shiftKey: boolean }, caret: Caret): Move | null {
  if (key === 'Enter') return { rows: shiftKey ? -1 : 1, columns: 0 }
  if (shiftKey) return null
  const whole = caret.start === 0 && caret.end === caret.length
  const isCaret = caret.start === caret.end
  switch (key) {
    case 'ArrowDown':
      return { rows: 1, columns: 0 }
    case 'ArrowUp':
      return { rows: -1, columns: 0 }
    case 'ArrowLeft':
      return whole || (isCaret && caret.start === 0) ? { rows: 0, columns: -1 } : null
    case 'ArrowRight':
      return whole || (isCaret && caret.end === caret.length) ? { rows: 0, columns: 1 } : null
    default:
      return null
  }
}
