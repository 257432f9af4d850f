import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { type Cell, cellAfter, TITRE_COLUMN, type TableFocus } from './table-keys.ts'

/** The cell that Tab comes to, whether it is being changed, and the keys that go from one to another. */
export function useTableFocus({
  table,
  rows,
  firstColumn,
  lastColumn,
  virtualizer,
}: {
  table: RefObject<HTMLTableElement | null>
  rows: number
  firstColumn: number
  lastColumn: number
  virtualizer: RefObject<Virtualizer<HTMLDivElement, Element> | null>
}) {
  const [active, setActive] = useState<Cell>({ row: 0, column: TITRE_COLUMN })
  const [isEditing, setIsEditing] = useState(false)
  /** A cell which takes the focus as soon as it is drawn. */
  const awaited = useRef<'cell' | 'editor' | null>(null)

  // What was filtered away leaves the focus to what is there.
  const row = Math.max(0, Math.min(active.row, rows - 1))
  const column = Math.max(firstColumn, Math.min(active.column, lastColumn))

  /** Whether the focus is in the table, as far as was told: what is taken away with it tells nothing. */
  const isWithin = useRef(false)

  useLayoutEffect(() => {
    // The line that had it has gone: the one in its place takes it.
    if (isWithin.current && document.activeElement === document.body) awaited.current ??= 'cell'
    if (awaited.current === null) return
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
    const target = awaited.current === 'editor' ? cell?.querySelector<HTMLElement>('[data-autofocus]') : cell
    if (!target) return
    awaited.current = null
    target.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const focus = useMemo(
    (): TableFocus => ({
      to(row, column) {
        virtualizer.current?.scrollToIndex(row)
        awaited.current = 'cell'
        setIsEditing(false)
        setActive({ row, column })
      },
      edit(row, column) {
        awaited.current = 'editor'
        setActive({ row, column })
        setIsEditing(true)
      },
      done(isLeft) {
        if (isLeft === undefined) awaited.current = 'cell'
        setIsEditing(false)
      },
    }),
    [virtualizer],
  )

  function onKeyDown(event: KeyboardEvent) {
    const from = cellOf(event.target)
    if (from === null || event.altKey || event.metaKey) return
    const next = cellAfter(from, event, { rows, firstColumn, lastColumn })
    if (next) {
      event.preventDefault()
      focus.to(next.row, next.column)
    } else if ((event.key === 'Enter' || event.key === 'F2') && isEditableCell(event.target)) {
      event.preventDefault()
      focus.edit(from.row, from.column)
    }
  }

  /** A cell that took the focus by itself is the one that Tab comes back to. */
  function onFocus(event: { target: EventTarget }) {
    isWithin.current = true
    const cell = cellOf(event.target)
    if (cell && (cell.row !== active.row || cell.column !== active.column)) setActive(cell)
  }

  function onBlur() {
    isWithin.current = false
  }

  return { active: { row, column }, isEditing, focus, onKeyDown, onFocus, onBlur }
}

/** The cell which is itself the target of an event; null for what is in one. */
function cellOf(target: EventTarget): Cell | null {
  const text = target instanceof HTMLElement ? target.dataset['cell'] : undefined
  if (text === undefined) return null
  const [row = 0, column = 0] = text.split(':').map(Number)
  return { row, column }
}

function isEditableCell(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset['editable'] !== undefined
}
