/** Columns of the grid: the box that selects, the titre, then those that one chose. */
export const SELECT_COLUMN = 0
export const TITRE_COLUMN = 1
export const FIRST_COLUMN = 2

/** Rows that PageUp and PageDown go by. */
export const PAGE_ROWS = 10

export interface Cell {
  row: number
  column: number
}

/** How cells ask for the focus, or to be changed. */
export interface TableFocus {
  to: (row: number, column: number) => void
  edit: (row: number, column: number) => void
  /** Ends a change; the focus comes back to the cell unless it went elsewhere. */
  done: (isLeft?: 'left') => void
}

interface Size {
  rows: number
  firstColumn: number
  lastColumn: number
}

/** Where a key goes from a cell; null where it goes nowhere. */
export function cellAfter(
  { row, column }: Cell,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { rows, firstColumn, lastColumn }: Size,
): Cell | null {
  const at = (toRow: number, toColumn: number): Cell => ({
    row: Math.max(0, Math.min(rows - 1, toRow)),
    column: Math.max(firstColumn, Math.min(lastColumn, toColumn)),
  })
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column)
    case 'ArrowDown':
      return at(row + 1, column)
    case 'ArrowLeft':
      return at(row, column - 1)
    case 'ArrowRight':
      return at(row, column + 1)
    case 'PageUp':
      return at(row - PAGE_ROWS, column)
    case 'PageDown':
      return at(row + PAGE_ROWS, column)
    case 'Home':
      return ctrlKey ? at(0, firstColumn) : at(row, firstColumn)
    case 'End':
      return ctrlKey ? at(rows - 1, lastColumn) : at(row, lastColumn)
    default:
      return null
  }
}
