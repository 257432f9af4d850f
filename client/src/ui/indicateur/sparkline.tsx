import classes from './sparkline.module.css'

const WIDTH = 96
const HEIGHT = 28
/** Room for half of the last point. */
const MARGIN = 3

interface Drawn {
  /** Any number that grows with time. */
  x: number
  y: number
}

/** The shape of a few values, where a curve would not fit. What it shows is written beside it: screen readers skip it. */
export function Sparkline({ points }: { points: readonly Drawn[] }) {
  const last = points.at(-1)
  if (!last || points.length < 2) return null
  const x = scale(
    points.map((point) => point.x),
    { from: MARGIN, to: WIDTH - MARGIN },
  )
  const y = scale(
    points.map((point) => point.y),
    { from: HEIGHT - MARGIN, to: MARGIN },
  )
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} className={classes.sparkline} aria-hidden>
      <polyline points={points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')} />
      <circle cx={x(last.x)} cy={y(last.y)} r={2.5} />
    </svg>
  )
}

/** Spreads values over a length; all the same, they are in its middle. */
function scale(values: readonly number[], { from, to }: { from: number; to: number }): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return (value) =>
    Math.round((most === least ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from)) * 10) / 10
}
