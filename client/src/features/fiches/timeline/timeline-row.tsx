import { Link } from '@tanstack/react-router'
import { UNTITLED } from '../../../lib/vocabulary/fiche-labels.ts'
import type { FicheLine } from '../use-fiches.ts'
import { TimelineBar } from './timeline-bar.tsx'
import type { Scale } from './timeline-scale.ts'
import classes from './timeline.module.css'

/** A fiche of the timeline: its titre, which stays in sight, and its bar. */
export function TimelineRow({
  line,
  scale,
  today,
  top,
  at,
}: {
  line: FicheLine
  scale: Scale
  today: string
  top: number
  at: { row: number; rows: number }
}) {
  const name = line.titre.trim() || UNTITLED
  return (
    <li className={classes.row} style={{ top }} aria-posinset={at.row} aria-setsize={at.rows}>
      <div className={classes.titre}>
        <Link to="/fiches/$ficheUuid" params={{ ficheUuid: line.uuid }} className={classes.link} title={name}>
          {name}
        </Link>
      </div>
      <div className={classes.lane} style={{ width: scale.width }}>
        <TimelineBar line={line} name={name} scale={scale} today={today} />
      </div>
    </li>
  )
}
