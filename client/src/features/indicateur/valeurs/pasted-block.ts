import type { Periodicite } from '../../../gql/graphql.ts'
import { nextPeriode, readPeriode } from '../../../lib/indicateur/periode.ts'
import { readCell } from './read-cell.ts'
import { type CellChange, type Part, PARTS } from './valeur.ts'

/** As many periods as the server changes at once. */
export const MAX_PASTED_ROWS = 600

export interface PastedBlock {
  changes: CellChange[]
  /** Texts of the cells that are no number: nothing changes there. */
  unread: string[]
  /** Rows past the most that can be pasted at once. */
  leftOut: number
}

interface Place {
  /** The periods of the grid, in order. */
  periodes: readonly string[]
  periodicite: Periodicite
  /** Where the block is pasted. */
  periode: string
  part: Part
}

/** The cells of a text copied from a spreadsheet; null for a text of one cell, which goes where the caret is. */
export function readBlock(text: string): string[][] | null {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
  const rows = lines.map((line) => line.split('\t'))
  return rows.length > 1 || rows.some((row) => row.length > 1) ? rows : null
}

/**
 * What pasting a block changes: its cells go down and right from where it is pasted, over periods that follow the last where the
 * grid ends. A block whose first column says periods goes to these, from the objectif on if it has the room, whatever the place.
 */
export function placeBlock(block: readonly string[][], place: Place): PastedBlock {
  const { rows, parts } = dated(block, place) ?? undated(block, place)
  const pasted: PastedBlock = { changes: [], unread: [], leftOut: Math.max(0, rows.length - MAX_PASTED_ROWS) }
  for (const { periode, cells } of rows.slice(0, MAX_PASTED_ROWS)) {
    for (const [index, part] of parts.entries()) {
      const text = cells[index]
      if (text === undefined) continue
      const read = readCell(part, text)
      if (read.problem === undefined) pasted.changes.push({ periode, part, value: read.value })
      else pasted.unread.push(text.trim())
    }
  }
  return pasted
}

interface PlacedRows {
  rows: { periode: string; cells: readonly string[] }[]
  parts: readonly Part[]
}

function undated(block: readonly string[][], { periodes, periodicite, periode, part }: Place): PlacedRows {
  const from = periodes.indexOf(periode)
  let last = periode
  const rows = block.map((cells, index) => {
    if (index > 0) last = periodes[from + index] ?? nextPeriode(last, periodicite)
    return { periode: last, cells }
  })
  return { rows, parts: PARTS.slice(PARTS.indexOf(part)) }
}

/** The same when the first column is of periods, its heading apart; null when it is not. */
function dated(block: readonly string[][], { periodicite, part }: Place): PlacedRows | null {
  const [first = []] = block
  const width = Math.max(...block.map((cells) => cells.length))
  if (width < 2) return null
  const body = readPeriode(first[0] ?? '', periodicite) === null ? block.slice(1) : block
  const rows = body.flatMap(([head = '', ...cells]) => {
    const periode = readPeriode(head, periodicite)
    return periode === null ? [] : [{ periode, cells }]
  })
  if (rows.length === 0 || rows.length < body.length) return null
  // A period said twice: the last one counts.
  const byPeriode = new Map(rows.map((row) => [row.periode, row]))
  // With one column of numbers, it is the column that was clicked; with more, they are in the grid's order.
  const start = width === 2 ? PARTS.indexOf(part) : 0
  return { rows: [...byPeriode.values()], parts: PARTS.slice(start) }
}
