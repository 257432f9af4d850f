import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ResizeHandle } from './resize-handle.tsx'
import classes from './table.module.css'

const DRAGGED = 'colonne'

/** The head of a column: sorts by it, drags it before another, makes it wider. */
export function HeadCell({
  name,
  label,
  width,
  className = '',
  isAfterSelect = false,
  sort,
  onMoveBefore,
  onResize,
  onResized,
}: {
  name: string
  label: string
  width: number
  className?: string | undefined
  isAfterSelect?: boolean
  sort: { direction: 'ascending' | 'descending' | null; onSort: () => void } | undefined
  /** Absent for a column which stays where it is. */
  onMoveBefore?: (name: string, before: string) => void
  onResize: (resized: { name: string; width: number } | null) => void
  onResized: (width: number) => void
}) {
  const ref = useRef<HTMLTableCellElement>(null)
  const [isOver, setIsOver] = useState(false)
  const move = useRef(onMoveBefore)
  useLayoutEffect(() => {
    move.current = onMoveBefore
  })
  const isMovable = onMoveBefore !== undefined

  useEffect(() => {
    const element = ref.current
    const dragHandle = element?.querySelector('[data-drag]')
    if (!element || !dragHandle || !isMovable) return
    return combine(
      draggable({ element, dragHandle, getInitialData: () => ({ [DRAGGED]: name }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => DRAGGED in source.data && source.data[DRAGGED] !== name,
        onDragEnter: () => setIsOver(true),
        onDragLeave: () => setIsOver(false),
        onDrop: ({ source }) => {
          setIsOver(false)
          const dragged = source.data[DRAGGED]
          if (typeof dragged === 'string') move.current?.(dragged, name)
        },
      }),
    )
  }, [name, isMovable])

  const Arrow = sort?.direction === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th
      ref={ref}
      scope="col"
      className={`${classes.head} ${className}`}
      data-after-select={isAfterSelect || undefined}
      data-over={isOver || undefined}
      {...(sort && { 'aria-sort': sort.direction ?? 'none' })}
    >
      {sort ? (
        <button type="button" className={classes.sort} onClick={sort.onSort} data-drag>
          <span className={classes.label}>{label}</span>
          {sort.direction !== null && <Arrow size={15} aria-hidden />}
        </button>
      ) : (
        <span className={classes.sort} data-drag>
          <span className={classes.label}>{label}</span>
        </span>
      )}
      <ResizeHandle name={name} label={label} width={width} onResize={onResize} onResized={onResized} />
    </th>
  )
}
