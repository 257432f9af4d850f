import {
  decodeServerFrame,
  encodeAwareness,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  type Hello,
  type ServerFrame,
} from '@pupitre/document'
import {
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
  type Awareness,
} from 'y-protocols/awareness'
import * as Y from 'yjs'

export interface SyncListener {
  /** A frame that the server will count in its acknowledgements is about to be sent. */
  onSent(frame: 'step2' | 'update'): void
  /** The document is as the server has it, with what was written here. */
  onSynced(): void
  /** Once per connection, right after the first sync. */
  onHello(hello: Hello): void
  /** `frames`: how many step 2 and update frames of this connection are answered, from the first one on. */
  onAcknowledged(frames: number): void
  /** An edit is not kept, for a reason that the server names. */
  onRefused(reason: string): void
}

interface AwarenessChange {
  added: number[]
  updated: number[]
  removed: number[]
}

/**
 * Speaks the sync protocol for one document (docs/sync-spec.md): what each frame changes here, what is sent and when. On each connection
 * it asks first, then answers the server's question with all that the server lacks; only what is written after that goes by itself.
 *
 * It is the Yjs origin of what comes from the server.
 */
export class DocumentSync {
  readonly #doc: Y.Doc
  readonly #awareness: Awareness
  readonly #send: (frame: Uint8Array) => void
  readonly #listener: SyncListener
  /** Whether the server has been sent all that it lacked: before that, nothing else is worth sending. */
  #isCaughtUp = false

  constructor({
    doc,
    awareness,
    send,
    listener,
  }: {
    doc: Y.Doc
    awareness: Awareness
    send: (frame: Uint8Array) => void
    listener: SyncListener
  }) {
    this.#doc = doc
    this.#awareness = awareness
    this.#send = send
    this.#listener = listener
    doc.on('update', this.#onUpdate)
    awareness.on('update', this.#onAwareness)
  }

  /** A connection is open. */
  start(): void {
    this.#isCaughtUp = false
    this.ask()
  }

  /** Asks for what is missing here; the server always answers. */
  ask(): void {
    this.#send(encodeStep1(Y.encodeStateVector(this.#doc)))
  }

  /** The connection is lost: who else is there is not known any more. */
  stop(): void {
    this.#isCaughtUp = false
    const others = [...this.#awareness.getStates().keys()].filter((client) => client !== this.#doc.clientID)
    removeAwarenessStates(this.#awareness, others, this)
  }

  /** @throws MalformedFrameError, or what Yjs throws at an update that is none */
  take(frame: Uint8Array): void {
    this.#follow(decodeServerFrame(frame))
  }

  destroy(): void {
    this.#doc.off('update', this.#onUpdate)
    this.#awareness.off('update', this.#onAwareness)
  }

  #follow(frame: ServerFrame): void {
    switch (frame.kind) {
      case 'step1':
        return this.#answer(frame.stateVector)
      case 'step2':
        Y.applyUpdate(this.#doc, frame.update, this)
        return this.#listener.onSynced()
      case 'update':
        return Y.applyUpdate(this.#doc, frame.update, this)
      case 'awareness':
        return applyAwarenessUpdate(this.#awareness, frame.update, this)
      case 'hello':
        return this.#listener.onHello(frame.hello)
      case 'ack':
        return this.#listener.onAcknowledged(frame.frames)
      case 'refused':
        return this.#listener.onRefused(frame.reason)
      case 'unknown':
        return
    }
  }

  #answer(stateVector: Uint8Array): void {
    const isFirst = !this.#isCaughtUp
    this.#isCaughtUp = true
    this.#listener.onSent('step2')
    this.#send(encodeStep2(Y.encodeStateAsUpdate(this.#doc, stateVector)))
    // After the text that a caret stands on.
    if (isFirst) this.#sayWhereIAm()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this || !this.#isCaughtUp) return
    this.#listener.onSent('update')
    this.#send(encodeUpdate(update))
  }

  readonly #onAwareness = ({ added, updated, removed }: AwarenessChange): void => {
    const isMine = [added, updated, removed].some((clients) => clients.includes(this.#doc.clientID))
    if (isMine && this.#isCaughtUp) this.#sayWhereIAm()
  }

  #sayWhereIAm(): void {
    const { clientID } = this.#doc
    if (this.#awareness.meta.has(clientID))
      this.#send(encodeAwareness(encodeAwarenessUpdate(this.#awareness, [clientID])))
  }
}
