import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './bar-table.module.css'

/** One number among those that are compared. */
interface Bar {
  key: string
  label: ReactNode
  /** null: it is not told. */
  count: number | null
}

/**
 * Numbers compared by the length of a bar. It is a table: what the bars show is written beside them, and screen readers skip the drawing.
 *
 * @param caption what is counted, by what
 * @param heading of the column of labels
 * @param unit of the column of numbers
 */
export function BarTable({
  caption,
  heading,
  unit,
  bars,
  children,
}: {
  caption: string
  heading: string
  unit: string
  bars: readonly Bar[]
  /** What is to be known of these numbers, under them. */
  children?: ReactNode
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0))

  return (
    <figure className={classes.figure}>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{heading}</VisuallyHidden>
            </th>
            <th scope="col">
              <VisuallyHidden>{unit}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, label, count }) => (
            <tr key={key}>
              <th scope="row">
                {label}
                {count !== null && <Length part={count / most} />}
              </th>
              <td>{count === null ? 'non communiqué' : count.toLocaleString('fr-FR')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children && <figcaption className={classes.note}>{children}</figcaption>}
    </figure>
  )
}

/** @param part of the longest one, from 0 to 1 */
function Length({ part }: { part: number }) {
  return (
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" className={classes.length} aria-hidden>
      <rect width={100} height={1} className={classes.track} />
      <rect width={100 * part} height={1} />
    </svg>
  )
}
