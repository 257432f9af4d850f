import { useVirtualizer, type Range, type Virtualizer, defaultRangeExtractor } from '@tanstack/react-virtual'
import { VisuallyHidden } from '@mantine/core'
import { useLayoutEffect, useRef, useState } from 'react'
import { largeursOf, TITRE, TITRE_WIDTH } from '../colonnes.ts'
import type { FichesSearch } from '../fiches-search.ts'
import type { FicheLine } from '../use-fiches.ts'
import { FicheRow } from './fiche-row.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { TableHead } from './table-head.tsx'
import { FIRST_COLUMN, SELECT_COLUMN, TITRE_COLUMN } from './table-keys.ts'
import { useColonnes } from './use-colonnes.ts'
import { useSelection } from './use-selection.ts'
import { useTableFocus } from './use-table-focus.ts'
import classes from './table.module.css'

/** Pixels of a line: all alike, so that those out of sight need not be drawn. */
const ROW_HEIGHT = 44
const SELECT_WIDTH = 40
/** Lines drawn above and below those in sight, for the arrows and the wheel. */
const OVERSCAN = 12

/** Fiches in a table, whose lines are changed in place. Only the lines in sight are drawn. */
export function FichesTable({
  lines,
  today,
  siren,
  search,
  onSearch,
  onChanged,
}: {
  lines: readonly FicheLine[]
  today: string
  siren: string
  search: FichesSearch
  onSearch: (search: FichesSearch) => void
  onChanged: () => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const { shown: colonnes } = useColonnes(search)
  const largeurs = largeursOf(search.largeurs)
  const [resized, setResized] = useState<{ name: string; width: number } | null>(null)
  const widthOf = (name: string, first: number) =>
    resized?.name === name ? resized.width : (largeurs.get(name) ?? first)
  const widths = new Map([
    [TITRE, widthOf(TITRE, TITRE_WIDTH)],
    ...colonnes.map(({ name, width }) => [name, widthOf(name, width)] as const),
  ])
  const isSelectable = lines.some(({ viewerCanUpdate }) => viewerCanUpdate)
  const selection = useSelection(lines)

  const held = useRef<Virtualizer<HTMLDivElement, Element> | null>(null)
  const { active, isEditing, focus, onKeyDown, onFocus, onBlur } = useTableFocus({
    table,
    rows: lines.length,
    firstColumn: isSelectable ? SELECT_COLUMN : TITRE_COLUMN,
    lastColumn: FIRST_COLUMN + colonnes.length - 1,
    virtualizer: held,
  })
  // oxlint-disable-next-line react/incompatible-library -- no compiler keeps what it answers
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    // The head covers what scrolls under it.
    scrollPaddingStart: ROW_HEIGHT,
    // The line that has the focus stays, however far one scrolls.
    rangeExtractor: (range: Range) => withRow(defaultRangeExtractor(range), active.row, lines.length),
  })
  useLayoutEffect(() => {
    held.current = virtualizer
  })
  const drawn = virtualizer.getVirtualItems()
  const columnCount = colonnes.length + (isSelectable ? 2 : 1)
  const total = colonnes.reduce((sum, { name }) => sum + (widths.get(name) ?? 0), isSelectable ? SELECT_WIDTH : 0)
  // On a telephone something of the next column is seen, so that one knows of it.
  const titreWidth = `min(${widths.get(TITRE)}px, 62vw)`

  return (
    <>
      <div ref={scroller} className={classes.scroller} style={{ scrollPaddingLeft: (widths.get(TITRE) ?? 0) + 60 }}>
        <table
          ref={table}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label="Fiches"
          aria-rowcount={lines.length + 1}
          aria-multiselectable={isSelectable || undefined}
          aria-describedby="aide-tableau"
          className={classes.table}
          style={{ width: `calc(${total}px + ${titreWidth})` }}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={onBlur}
        >
          <colgroup>
            {isSelectable && <col style={{ width: SELECT_WIDTH }} />}
            {[...widths].map(([name, width]) => (
              <col key={name} style={{ width: name === TITRE ? titreWidth : width }} />
            ))}
          </colgroup>
          <TableHead
            colonnes={colonnes}
            widths={widths}
            largeurs={largeurs}
            search={search}
            onSearch={onSearch}
            onResize={setResized}
            select={isSelectable ? selection : null}
          />
          <tbody>
            {drawn.map(({ index, start }, at) => {
              const line = lines[index]
              const before = start - (drawn[at - 1]?.end ?? 0)
              if (!line) return null
              return [
                before > 0 && <Gap key={`avant ${line.id}`} height={before} columns={columnCount} />,
                <FicheRow
                  key={line.id}
                  line={line}
                  row={index}
                  colonnes={colonnes}
                  today={today}
                  siren={siren}
                  selected={selection.ids.has(line.id)}
                  activeColumn={active.row === index ? active.column : null}
                  isEditing={isEditing && active.row === index}
                  isSelectable={isSelectable}
                  focus={focus}
                  onSelect={selection.select}
                />,
              ]
            })}
            <Gap height={virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)} columns={columnCount} />
          </tbody>
        </table>
      </div>
      <VisuallyHidden id="aide-tableau">
        Les flèches vont d’une case à l’autre. Entrée change une case, ou ouvre la fiche depuis son titre. Espace coche
        la fiche depuis sa case à cocher.
      </VisuallyHidden>
      {isSelectable && <SelectionBar siren={siren} selection={selection} onChanged={onChanged} />}
    </>
  )
}

/** Room for the lines that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- nothing to read or to do there */}
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

function withRow(indexes: number[], row: number, count: number): number[] {
  if (row >= count || indexes.includes(row)) return indexes
  return [...indexes, row].toSorted((a, b) => a - b)
}
