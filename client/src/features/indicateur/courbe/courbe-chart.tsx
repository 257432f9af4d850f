import '@mantine/charts/styles.css'
import { LineChart } from '@mantine/charts'
import type { Periodicite } from '../../../gql/graphql.ts'
import { periodeLabel } from '../../../lib/indicateur/periode.ts'
import { type Point, withUnite } from '../../../lib/indicateur/serie.ts'
import { writeDecimal } from '../../../lib/text/decimal.ts'

/** Shades that tell the lines apart from the page in both schemes; the dashes tell them from each other. */
const SERIES = [
  {
    name: 'realise',
    label: 'Réalisé',
    color: 'light-dark(var(--mantine-color-encre-7), var(--mantine-color-encre-3))',
  },
  {
    name: 'objectif',
    label: 'Objectif',
    color: 'light-dark(var(--mantine-color-orange-9), var(--mantine-color-orange-4))',
    strokeDasharray: '6 4',
  },
]

/** Ticks of the axis of time, as many as fit a phone. */
const MAX_TICKS = 8

/** The drawing alone, on a true scale of time. */
export function CourbeChart({
  points,
  unite,
  periodicite,
  height,
}: {
  points: readonly Point[]
  unite: string
  periodicite: Periodicite
  height: number
}) {
  const data = points
    .filter(({ objectif, realise }) => objectif !== null || realise !== null)
    .map(({ periode, objectif, realise }) => ({
      time: Date.parse(periode),
      objectif: objectif === null ? null : Number(objectif),
      realise: realise === null ? null : Number(realise),
    }))
  const times = data.map(({ time }) => time)
  const label = (time: number) => periodeLabel(new Date(time).toISOString().slice(0, 10), periodicite)

  return (
    <LineChart
      h={height}
      data={data}
      dataKey="time"
      series={SERIES}
      curveType="linear"
      connectNulls
      withLegend
      legendProps={{ verticalAlign: 'top', height: 36 }}
      valueFormatter={(value) => withUnite(String(value), unite)}
      yAxisProps={{
        width: 64,
        domain: ['auto', 'auto'],
        tickFormatter: (value: number) => writeDecimal(String(value)),
      }}
      xAxisProps={{
        type: 'number',
        scale: 'time',
        domain: ['dataMin', 'dataMax'],
        ticks: spread(times),
        tickFormatter: label,
        padding: { left: 16, right: 16 },
      }}
      tooltipProps={{
        // Nothing is pointed at yet: there is no time.
        labelFormatter: (time) => (typeof time === 'number' ? label(time) : ''),
      }}
      lineChartProps={{ accessibilityLayer: false }}
      lineProps={{ isAnimationActive: false }}
    />
  )
}

/** Some of the times, evenly chosen, the first and the last among them. */
function spread(times: readonly number[]): number[] {
  const step = Math.ceil(times.length / MAX_TICKS)
  return times.filter((_, index) => index % step === 0 || index === times.length - 1)
}
