import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import type { PeriodCount } from './counts.ts'

/** Hues of the statuts that say the same, in both schemes. */
const SERIES = [
  { name: 'done', label: 'Réalisées', color: 'light-dark(#1d7a46, #6cc795)' },
  { name: 'late', label: 'En retard', color: 'light-dark(#b3261e, #ff9d92)' },
  { name: 'toCome', label: 'À venir', color: 'light-dark(#5b7fa8, #8db3df)' },
]

/** The drawing alone. */
export function PeriodsBars({ periods, height }: { periods: readonly PeriodCount[]; height: number }) {
  return (
    <BarChart
      h={height}
      data={periods.map(({ label, done, late, toCome }) => ({ label, done, late, toCome }))}
      dataKey="label"
      type="stacked"
      series={SERIES}
      withLegend
      legendProps={{ verticalAlign: 'top', height: 36 }}
      maxBarWidth={36}
      yAxisProps={{ width: 32, allowDecimals: false }}
      xAxisProps={{ interval: 'preserveStartEnd' }}
      barChartProps={{ accessibilityLayer: false }}
      barProps={{ isAnimationActive: false, stroke: 'var(--pupitre-surface)', strokeWidth: 1 }}
    />
  )
}
