import type { DocumentKind } from '@pupitre/document'
import * as Y from 'yjs'
import type { ClientOwnership } from './client-ownership.ts'
import { contradicts } from './contradiction.ts'
import { areAllDeleted, deleteOnlyFormats } from './deleted-ranges.ts'
import { inspectUpdate, type InspectedUpdate } from './inspected-update.ts'
import { walkIntegration } from './integration-walk.ts'
import type { PendingState } from './pending-state.ts'

export type Admission =
  /** To be stored. `reached` and `newClients` describe what it adds. */
  | { verdict: 'store'; reached: Map<number, number>; newClients: number[] }
  /** All of it is in the document already, durable. */
  | { verdict: 'known' }
  /** It stands on something that is neither in the document nor queued. */
  | { verdict: 'missing' }
  /** A reader's edit. */
  | { verdict: 'readOnly' }
  /** A reader's clean-up of format markers, written by Yjs and not by the person. */
  | { verdict: 'cleanup' }
  /** Written under a Yjs client id of somebody else, or one that somebody else draws by chance. */
  | { verdict: 'clientIdTaken' }

interface Question {
  update: Uint8Array
  kind: DocumentKind
  doc: Y.Doc
  pending: PendingState
  owners: ClientOwnership
  userId: string | null
  access: 'read' | 'write'
}

/**
 * Judges an update before anything sees it.
 * @throws BadUpdateError when it cannot be read or says what it may not
 */
export function admit({ update, kind, doc, pending, owners, userId, access }: Question): Admission {
  const inspected = inspectUpdate(update, kind)
  const reached = walkIntegration(inspected, pending.stateOf)
  if (!reached) return { verdict: access === 'read' ? 'readOnly' : 'missing' }
  if (contradicts(doc, inspected)) return { verdict: 'clientIdTaken' }
  if (isKnown(doc, inspected, reached)) return { verdict: 'known' }
  if (access === 'read') return { verdict: isCleanup(doc, inspected, reached) ? 'cleanup' : 'readOnly' }
  const writers = [...reached.keys()].filter((client) => addsStructs(doc, client, reached))
  if (!writers.every((client) => owners.mayUse(client, userId))) return { verdict: 'clientIdTaken' }
  return { verdict: 'store', reached, newClients: owners.claim(writers, userId) }
}

function addsStructs(doc: Y.Doc, client: number, reached: Map<number, number>): boolean {
  return (reached.get(client) ?? 0) > Y.getState(doc.store, client)
}

function addsNoStruct(doc: Y.Doc, reached: Map<number, number>): boolean {
  return [...reached.keys()].every((client) => !addsStructs(doc, client, reached))
}

function isKnown(doc: Y.Doc, update: InspectedUpdate, reached: Map<number, number>): boolean {
  return addsNoStruct(doc, reached) && areAllDeleted(doc, update.deletes)
}

function isCleanup(doc: Y.Doc, update: InspectedUpdate, reached: Map<number, number>): boolean {
  return addsNoStruct(doc, reached) && deleteOnlyFormats(doc, update.deletes)
}
