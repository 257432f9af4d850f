import type { CloseReason } from '@pupitre/document'
import { measure } from '../domain/measure.ts'
import type { Admission } from './admission.ts'
import type { LossReason } from './group-commit.ts'
import type { StorageTrouble } from './storage.ts'

/**
 * What the sync server tells of its own work: counts and durations, never text and never who. Durations are real time, also where tests
 * decide what time it is.
 */
export const measures = {
  /** A connection is let in, or closed before. */
  opening: measure<{ outcome: 'in' | CloseReason | 'left'; milliseconds: number }>(),
  /** A connection ends: closed by us for a reason, or left by the client. */
  closing: measure<{ reason: CloseReason | 'left' }>(),
  /** What an edit frame was judged to be. */
  edit: measure<{ verdict: Admission['verdict'] | 'malformed' }>(),
  /** An edit is on the disk and in the room: since its frame was read. */
  acknowledged: measure<{ milliseconds: number }>(),
  /** One statement to the log; `trouble` is null when it committed. */
  flush: measure<{
    documents: number
    updates: number
    bytes: number
    milliseconds: number
    trouble: StorageTrouble | null
  }>(),
  /** Edits that will never be in the log. Anything but nought deserves a look. */
  lost: measure<{ edits: number; reason: LossReason }>(),
  /** A document is read from the database. */
  loading: measure<{ milliseconds: number; bytes: number; updates: number }>(),
  snapshot: measure<{ outcome: 'saved' | 'failed'; milliseconds: number }>(),
  projection: measure<{ outcome: 'written' | 'failed'; milliseconds: number; fields: number }>(),
  /** Awareness that a slow reader is not sent. */
  withheld: measure<{ bytes: number }>(),
} as const
