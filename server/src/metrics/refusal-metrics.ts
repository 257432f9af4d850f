import { Counter, type Registry } from 'prom-client'
import { refusals } from '../domain/refusals.ts'

/** What is refused, by limits and by rights, for Prometheus. Returns what stops counting. */
export function addRefusalMetrics(registry: Registry): () => void {
  const counter = new Counter({
    name: 'pupitre_refused_total',
    help: 'What was refused: by a limit, and which; by rights, and the code that the caller was told',
    labelNames: ['by', 'reason'],
    registers: [registry],
  })
  return refusals.subscribe(({ by, reason }) => counter.inc({ by, reason }))
}
