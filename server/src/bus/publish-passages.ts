import type { DocumentKind } from '@pupitre/document'
import { type ChangeBus, ChangeCollector } from './change-bus.ts'

/** Tells of the fiches or plans of which passages that threads are about are elsewhere, lost or found: by nobody, the sync server looked for them. */
export function publishPassages({
  bus,
  kind,
  ids,
}: {
  bus: ChangeBus
  kind: DocumentKind
  ids: readonly string[]
}): void {
  const record = new ChangeCollector()
  const fields = ['fils']
  for (const id of ids) {
    record.change(kind === 'fiche' ? { kind: 'fiche', ficheId: id, fields } : { kind: 'plan', planId: id, fields })
  }
  record.publishOn(bus, { by: null, at: new Date() })
}
