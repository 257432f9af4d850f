import type { Recorder } from './change.ts'
import type { LiveText } from './live-text.ts'
import type { Tx } from './transaction.ts'
import type { Viewer } from './viewer.ts'

/** What every use case that writes is given. The caller owns the transaction and commits it. */
export interface UseCase {
  /** null: nobody is signed in, and nothing can be found. */
  viewer: Viewer | null
  tx: Tx
  liveText: LiveText
  /** Told after the commit to whoever looks. */
  record: Recorder
}
