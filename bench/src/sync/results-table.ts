import { markdownTable } from '../table.ts'
import type { PhysicalLimits } from './physical-limits.ts'
import type { Results } from './results.ts'
import type { Figure, Row } from './row.ts'
import { TARGET_NAMES, type TargetName } from './target.ts'

/** The share of a physical limit that counts as having reached it. */
const NEAR = 0.9
const PEERS = TARGET_NAMES.filter((name) => name !== 'pupitre')

/**
 * Ours beside each peer. The ratio is ours by the best peer's, so that under 1 is better for a duration and over 1 for a rate. A figure is
 * reached by its own bar, by being no worse than the best peer of the same run, or by coming within a tenth of what the machine itself can do.
 */
export function resultsTable({
  rows,
  results,
  targets,
  limits,
}: {
  rows: readonly Row[]
  results: Results
  targets: readonly TargetName[]
  limits: PhysicalLimits | null
}): string {
  const head = ['load', 'figure', ...targets, 'ours / best peer', 'must reach', '']
  const lines = rows.flatMap((row) =>
    row.figures.map((figure) => {
      const cells = targets.map((target) => written(results.of(row, target, figure)))
      const title = [figure.title, figure.unit].filter(Boolean).join(', ')
      return [row.title, title, ...cells, ...judged({ row, figure, results, limits })]
    }),
  )
  return markdownTable(head, lines)
}

interface Judged {
  row: Row
  figure: Figure
  results: Results
  limits: PhysicalLimits | null
}

function judged({ row, figure, results, limits }: Judged): string[] {
  const ours = results.of(row, 'pupitre', figure)
  const best = bestPeer({ row, figure, results })
  if (figure.bar === null) return ['', '', '']
  const ratio = ours !== undefined && best !== undefined && best !== 0 ? (ours / best).toFixed(2) : ''
  const bar = `${figure.better === 'less' ? '≤' : '≥'} ${written(figure.bar)}`
  if (ours === undefined) return [ratio, bar, '']
  if (reaches(ours, figure.bar, figure)) return [ratio, bar, 'reached']
  if (best !== undefined && reaches(ours, best, figure)) return [ratio, bar, 'as the peer']
  return [ratio, bar, limits && isNearLimit(ours, figure, limits) ? 'as the machine' : '**missed**']
}

function isNearLimit(ours: number, { limit, better }: Figure, limits: PhysicalLimits): boolean {
  if (limit === undefined) return false
  return better === 'less' ? ours * NEAR <= limits[limit] : ours >= limits[limit] * NEAR
}

function bestPeer({ row, figure, results }: { row: Row; figure: Figure; results: Results }): number | undefined {
  const values = PEERS.map((peer) => results.of(row, peer, figure)).filter(
    (value) => value !== undefined && !Number.isNaN(value),
  )
  return values.reduce<number | undefined>(
    (best, value) => (best === undefined || (value !== undefined && reaches(value, best, figure)) ? value : best),
    undefined,
  )
}

function reaches(value: number, bar: number, { better }: Figure): boolean {
  return better === 'less' ? value <= bar : value >= bar
}

function written(value: number | undefined): string {
  if (value === undefined) return ''
  if (Number.isNaN(value)) return '–'
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return Number(value.toFixed(value < 10 ? 2 : 0)).toString()
}
