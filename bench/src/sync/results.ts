import { median } from './quantile.ts'
import type { Figure, Figures, Row } from './row.ts'
import type { TargetName } from './target.ts'

/** What was measured of each server, run after run. */
export class Results {
  readonly #runs = new Map<string, Figures[]>()

  add(row: Row, target: TargetName, figures: Figures): void {
    const key = `${row.name} ${target}`
    this.#runs.set(key, [...(this.#runs.get(key) ?? []), figures])
  }

  /** The median of the runs; undefined when this server was not measured. */
  of(row: Row, target: TargetName, figure: Figure): number | undefined {
    const runs = this.#runs.get(`${row.name} ${target}`)
    return runs && median(runs.map((figures) => figures[figure.key] ?? Number.NaN))
  }
}
