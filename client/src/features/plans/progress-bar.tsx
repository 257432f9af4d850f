import classes from './progress-bar.module.css'

/** How much is done, drawn: what is beside it says it in words. @param part from 0 to 1 */
export function ProgressBar({ part }: { part: number }) {
  return (
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" className={classes.bar} aria-hidden>
      <rect width={100} height={1} className={classes.track} />
      <rect width={100 * part} height={1} />
    </svg>
  )
}
