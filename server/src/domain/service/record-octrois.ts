import type { Recorder } from '../change.ts'
import type { NamedBy } from './service-bearers.ts'

/** Tells the admins who look at plans or fiches that what is given there reads otherwise. */
export function recordOctroisOf(record: Recorder, octrois: NamedBy['octrois']): void {
  for (const { planId, ficheId } of octrois) {
    if (planId) record.change({ kind: 'plan', planId, fields: ['octrois'] })
    if (ficheId) record.change({ kind: 'fiche', ficheId, fields: ['octrois'] })
  }
}
