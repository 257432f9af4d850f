import {
  encodeHello,
  encodeStep1,
  LIMIT_CLOSES,
  MalformedFrameError,
  type ClientFrame,
  type CloseReason,
} from '@pupitre/document'
import { authorIdOf, type Viewer } from '../domain/viewer.ts'
import { EditIntake } from './edit-intake.ts'
import type { EditSource, GroupCommit } from './group-commit.ts'
import type { Outbox } from './outbox.ts'
import { PresenceVoice } from './presence-voice.ts'
import type { Member, Room } from './room.ts'
import { colorOf } from './user-color.ts'

interface SessionParts {
  room: Room
  viewer: Viewer
  access: 'read' | 'write'
  wantsAcks: boolean
  outbox: Outbox
  commit: GroupCommit
  /** Ends the connection; the session hears of it by `leave`. */
  close: (reason: CloseReason) => void
}

/** A connection that is in its room: it may be sent the document, and its frames are taken. */
export class Session implements Member, EditSource {
  readonly wantsAcks: boolean
  readonly userId: string
  isSynced = false
  isOpen = true
  readonly #parts: SessionParts
  readonly #intake: EditIntake
  readonly #voice: PresenceVoice
  #isAskedForAll = false

  constructor(parts: SessionParts) {
    const { room, viewer, commit, access } = parts
    this.#parts = parts
    this.wantsAcks = parts.wantsAcks
    this.userId = authorIdOf(viewer)
    this.#intake = new EditIntake({
      session: this,
      room,
      commit,
      userId: this.userId,
      access,
      askForAll: () => this.#askForAll(),
    })
    const user = { id: this.userId, name: viewer.name, color: colorOf(this.userId) }
    this.#voice = new PresenceVoice({ session: this, room, user })
  }

  /** Enters the room: asks for what the client has and the server lacks, and says who is here. */
  enter(): void {
    this.#parts.room.join(this)
    this.#askForAll()
    this.#sendPresence()
  }

  leave(): void {
    this.isOpen = false
    this.#parts.room.leave(this)
    this.#voice.fallSilent()
  }

  /** @throws MalformedFrameError */
  take(frame: ClientFrame): void {
    switch (frame.kind) {
      case 'step1':
        return this.#sync(frame.stateVector)
      case 'step2':
        this.#isAskedForAll = false
        return this.#intake.take({ update: frame.update, isStep2: true })
      case 'update':
        return this.#intake.take({ update: frame.update, isStep2: false })
      case 'awareness':
        return this.#listen(frame.update)
      case 'queryAwareness':
        return this.#sendPresence()
    }
  }

  send(frame: Uint8Array): void {
    this.#parts.outbox.send(frame)
  }

  sendDocument(frame: Uint8Array): void {
    this.#parts.outbox.send(frame)
  }

  sendAwareness(frame: Uint8Array): void {
    this.#parts.outbox.sendIfKeepingUp(frame)
  }

  close(reason: CloseReason): void {
    this.#parts.close(reason)
  }

  afterCommit(): void {
    if (this.isOpen) this.#intake.tellAcknowledged()
  }

  onAcknowledged(acknowledged: number): void {
    this.#voice.onAcknowledged(acknowledged)
  }

  #sync(stateVector: Uint8Array): void {
    const { room, access, outbox } = this.#parts
    let answer: Uint8Array
    try {
      answer = room.document.answerTo(stateVector)
    } catch (error) {
      throw new MalformedFrameError('not a state vector', { cause: error })
    }
    outbox.send(answer)
    if (this.isSynced) return
    this.isSynced = true
    if (this.wantsAcks) outbox.send(encodeHello({ epoch: room.document.epoch, access }))
  }

  #askForAll(): void {
    // The answer to a question still open will hold what is missing now.
    if (this.#isAskedForAll) return
    this.#isAskedForAll = true
    this.#parts.outbox.send(encodeStep1(this.#parts.room.document.stateVector()))
  }

  #listen(update: Uint8Array): void {
    const { received, acknowledged } = this.#intake.ledger
    if (!this.#voice.take({ update, behind: received, acknowledged })) this.close(LIMIT_CLOSES.awarenessSize)
  }

  #sendPresence(): void {
    const frame = this.#parts.room.presence.othersThan(this)
    if (frame) this.#parts.outbox.sendIfKeepingUp(frame)
  }
}
