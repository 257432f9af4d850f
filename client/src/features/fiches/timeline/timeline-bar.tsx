import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { dateSpan } from '../../../lib/text/dates.ts'
import { fr } from '../../../lib/text/french.ts'
import { isLate } from '../../../lib/text/lateness.ts'
import { STATUT_LABELS } from '../../../lib/vocabulary/fiche-labels.ts'
import { useLineEdit } from '../table/use-line-edit.ts'
import type { FicheLine } from '../use-fiches.ts'
import { barOf, type Grip, movedSpan, type Scale, type Span } from './timeline-scale.ts'
import classes from './timeline.module.css'

/** What an arrow key moves by, in days. */
const STEP_DAYS = 7

/** The bar of a fiche. It follows the pointer or the keys, and is kept once let go; a refusal puts it back. */
export function TimelineBar({
  line,
  name,
  scale,
  today,
}: {
  line: FicheLine
  name: string
  scale: Scale
  today: string
}) {
  const { shown, change } = useLineEdit(line)
  const [moving, setMoving] = useState<Span | null>(null)
  const held = useRef<{ grip: Grip; x: number } | null>(null)
  const known: Span = { start: shown.dateDebut ?? null, end: shown.dateFin ?? null }
  const span = moving ?? known
  const bar = barOf(span, scale)
  const late = isLate({ statut: shown.statut, dateFin: span.end }, today)
  const canMove = line.viewerCanUpdate
  const words = dateSpan({ start: span.start, end: span.end }) ?? ''

  function keep(next: Span | null) {
    setMoving(null)
    if (!next || (next.start === known.start && next.end === known.end)) return
    change({
      ...(next.start !== known.start && { dateDebut: next.start }),
      ...(next.end !== known.end && { dateFin: next.end }),
    })
  }

  function dragged(event: PointerEvent): Span | null {
    if (!held.current) return null
    const days = Math.round((event.clientX - held.current.x) / scale.dayWidth)
    return movedSpan(known, { grip: held.current.grip, days })
  }

  const hold = (grip: Grip) => (event: PointerEvent<HTMLElement>) => {
    if (!canMove || event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { grip, x: event.clientX }
  }
  const pointer = (grip: Grip) => ({
    onPointerDown: hold(grip),
    onPointerMove: (event: PointerEvent) => held.current && setMoving(dragged(event)),
    onPointerUp: (event: PointerEvent) => {
      const next = dragged(event)
      held.current = null
      keep(next)
    },
    onPointerCancel: () => {
      held.current = null
      setMoving(null)
    },
  })

  function onKeyDown(event: KeyboardEvent) {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (direction !== 0) {
      const grip = event.shiftKey ? 'end' : event.ctrlKey ? 'start' : 'whole'
      setMoving(movedSpan(span, { grip, days: direction * STEP_DAYS }))
    } else if (event.key === 'Enter') keep(moving)
    else if (event.key === 'Escape' && moving) setMoving(null)
    else return
    event.preventDefault()
  }

  if (!bar) return null
  return (
    <div
      className={classes.bar}
      style={bar}
      data-late={late || undefined}
      data-statut={shown.statut ?? undefined}
      data-open={(!span.start && 'start') || (!span.end && 'end') || undefined}
      data-moving={moving !== null || undefined}
      title={`${words}${late ? ', en retard' : ''}`}
    >
      {canMove ? (
        <button
          type="button"
          className={classes.hold}
          aria-label={fr`${name} : ${words}${shown.statut ? `, ${STATUT_LABELS[shown.statut]}` : ''}${late ? ', en retard' : ''}`}
          aria-describedby="aide-frise"
          onKeyDown={onKeyDown}
          onBlur={() => keep(moving)}
          {...pointer('whole')}
        />
      ) : (
        <span className={classes.said}>{words}</span>
      )}
      {canMove && span.start !== null && <span className={classes.grip} data-side="start" {...pointer('start')} />}
      {canMove && span.end !== null && <span className={classes.grip} data-side="end" {...pointer('end')} />}
      {moving && <output className={classes.tip}>{words}</output>}
    </div>
  )
}
