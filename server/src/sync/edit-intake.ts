import { encodeAck, encodePermissionDenied, encodeRefused, LIMIT_CLOSES, type CloseReason } from '@pupitre/document'
import { AckLedger } from './ack-ledger.ts'
import type { Edit, GroupCommit } from './group-commit.ts'
import { BadUpdateError } from './inspected-update.ts'
import { MAX_DOCUMENT_BYTES, MAX_RESYNCS_IN_A_ROW } from './limits.ts'
import { measures } from './measures.ts'
import type { Room } from './room.ts'
import type { Session } from './session.ts'

interface EditIntakeParts {
  session: Session
  room: Room
  commit: GroupCommit
  userId: string
  access: 'read' | 'write'
  /** Asks the client for all that the server lacks. */
  askForAll: () => void
}

/** One connection's edits: judged, queued, answered. */
export class EditIntake {
  readonly ledger = new AckLedger()
  readonly #parts: EditIntakeParts
  #acknowledgedToClient = 0
  #resyncsInARow = 0
  #wasToldReadOnly = false

  constructor(parts: EditIntakeParts) {
    this.#parts = parts
  }

  /** Takes the content of a step2 or update frame. */
  take({ update, isStep2 }: { update: Uint8Array; isStep2: boolean }): void {
    const { room, commit, userId, access } = this.#parts
    const ordinal = this.ledger.next()
    if (commit.isFullFor(update.length)) return this.#close(LIMIT_CLOSES.waitingEdits)
    if (room.document.approximateBytes + update.length > MAX_DOCUMENT_BYTES)
      return this.#close(LIMIT_CLOSES.documentSize)
    const admission = this.#judge(() => room.document.admit({ update, userId, access }))
    measures.edit.publish({ verdict: admission?.verdict ?? 'malformed' })
    if (!admission || admission.verdict === 'clientIdTaken')
      return this.#close(admission ? 'clientIdTaken' : 'badFrame')
    if (admission.verdict === 'missing') return this.#resync(ordinal, isStep2)
    if (isStep2) this.#resyncsInARow = 0
    const answer = () => (isStep2 ? this.ledger.answerResync(ordinal) : this.ledger.answer(ordinal))
    if (admission.verdict === 'store') {
      const { newClients, writings } = admission
      commit.add(this.#edit({ update, newClients, writings, answer }))
      return
    }
    answer()
    if (admission.verdict === 'readOnly') this.#refuse(ordinal)
    this.tellAcknowledged()
  }

  /** Tells the client how many of its frames are answered, if that is news. Once per flush, not once per edit. */
  tellAcknowledged(): void {
    const { session } = this.#parts
    const { acknowledged } = this.ledger
    if (acknowledged === this.#acknowledgedToClient) return
    this.#acknowledgedToClient = acknowledged
    if (session.wantsAcks) session.send(encodeAck(acknowledged))
    session.onAcknowledged(acknowledged)
  }

  #edit({
    update,
    newClients,
    writings,
    answer,
  }: Pick<Edit, 'update' | 'newClients' | 'writings'> & { answer: () => void }): Edit {
    const { room, userId, session } = this.#parts
    const receivedAt = performance.now()
    return {
      room,
      update,
      userId,
      newClients,
      clientOwner: userId,
      writings,
      source: session,
      onDurable: () => {
        answer()
        measures.acknowledged.publish({ milliseconds: performance.now() - receivedAt })
      },
      onLost: () => undefined,
    }
  }

  #judge<T>(admit: () => T): T | null {
    try {
      return admit()
    } catch (error) {
      if (error instanceof BadUpdateError) return null
      throw error
    }
  }

  /** What it stands on is not here: it is not kept, and the client is asked for everything that is missing. */
  #resync(ordinal: number, isStep2: boolean): void {
    if (isStep2) this.#resyncsInARow += 1
    if (this.#resyncsInARow >= MAX_RESYNCS_IN_A_ROW) return this.#close(LIMIT_CLOSES.missingDependencies)
    this.ledger.awaitResync(ordinal)
    this.#parts.askForAll()
  }

  #refuse(ordinal: number): void {
    const { session } = this.#parts
    if (session.wantsAcks) {
      session.send(encodeRefused({ ordinal, reason: 'readOnly' }))
    } else if (!this.#wasToldReadOnly) {
      this.#wasToldReadOnly = true
      session.send(encodePermissionDenied('readOnly'))
    }
  }

  #close(reason: CloseReason): void {
    this.#parts.session.close(reason)
  }
}
