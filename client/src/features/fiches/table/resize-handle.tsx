import { useRef, type PointerEvent } from 'react'
import { MAX_WIDTH, MIN_WIDTH } from '../colonnes.ts'
import classes from './table.module.css'

/** What an arrow key widens by, in pixels. */
const STEP = 20

/** The edge of a column, which makes it wider or narrower: dragged, or by the arrows. */
export function ResizeHandle({
  name,
  label,
  width,
  onResize,
  onResized,
}: {
  name: string
  label: string
  width: number
  onResize: (resized: { name: string; width: number } | null) => void
  onResized: (width: number) => void
}) {
  const from = useRef<{ x: number; width: number } | null>(null)
  const bounded = (pixels: number) => Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, pixels))
  const dragged = ({ clientX }: PointerEvent) =>
    from.current === null ? width : bounded(from.current.width + clientX - from.current.x)

  return (
    // A separator that takes the focus is a control: it is moved.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <span
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a rule of a page does not move
      role="separator"
      aria-orientation="vertical"
      aria-label={`Largeur de la colonne ${label}`}
      aria-valuenow={Math.round(width)}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={classes.handle}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => from.current && onResize({ name, width: dragged(event) })}
      onPointerUp={(event) => {
        if (!from.current) return
        const next = dragged(event)
        from.current = null
        onResize(null)
        onResized(next)
      }}
      onPointerCancel={() => {
        from.current = null
        onResize(null)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        event.preventDefault()
        onResized(bounded(width + (event.key === 'ArrowRight' ? STEP : -STEP)))
      }}
    />
  )
}
