import {
  encodeAwareness,
  encodeAwarenessEntry,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  joinAwarenessEntries,
  MESSAGE,
  readAck,
  readHello,
  readRefused,
  SYNC,
  type DocumentRef,
  type Hello,
} from '@pupitre/document'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import type { PersonViewer } from '../../domain/viewer.ts'
import type { Connection } from '../connection.ts'
import type { SyncEngine } from '../sync-engine.ts'
import { FakeTransport } from './fake-transport.ts'

const REMOTE = 'remote'

/** Somebody without memberships: the engine's tests judge by themselves. */
export function someone(name = 'Camille'): PersonViewer {
  return {
    userId: crypto.randomUUID(),
    name,
    email: `${name}@exemple.fr`,
    sessionId: crypto.randomUUID(),
    memberships: [],
  }
}

interface TestClientParts {
  engine: SyncEngine
  ref: DocumentRef
  viewer?: PersonViewer | null
  /** The query of its websocket. */
  query?: Record<string, string>
  doc?: Y.Doc
}

/** A client that speaks the protocol; each frame moves when the test says so. It keeps its document across connections. */
export class TestClient {
  readonly doc: Y.Doc
  readonly viewer: PersonViewer | null
  readonly awareness: Awareness
  transport = new FakeTransport()
  connection: Connection | null = null
  /** Frames not yet given to the server. */
  outgoing: Uint8Array[] = []
  isSynced = false
  acknowledged = 0
  /** Clock of its own Yjs client up to which it has heard its echo. */
  echoedClock = 0
  hello: Hello | null = null
  readonly refusals: { ordinal: number; reason: string }[] = []
  denials = 0
  readonly ref: DocumentRef
  /** The one that it was last connected to. */
  engine: SyncEngine
  readonly #parts: TestClientParts
  /** Clock of its own Yjs client up to which each of its step2 and update frames makes the server know all of it. */
  #sentClocks: number[] = []

  constructor(parts: TestClientParts) {
    this.#parts = parts
    this.ref = parts.ref
    this.engine = parts.engine
    this.doc = parts.doc ?? new Y.Doc()
    this.viewer = parts.viewer === undefined ? someone() : parts.viewer
    this.awareness = new Awareness(this.doc)
    this.awareness.setLocalState(null)
    clearInterval(this.awareness._checkInterval)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === REMOTE || !this.connection) return
      // Not where its document is: what it wrote while away goes with its step2, which may still be to come.
      this.#sendEdit(encodeUpdate(update), Y.parseUpdateMeta(update).to.get(this.doc.clientID) ?? 0)
    })
  }

  /** How many step2 and update frames it has sent on this connection. */
  get sentEdits(): number {
    return this.#sentClocks.length
  }

  /** Clock of its own Yjs client up to which it knows its edits to be durable. */
  get durableClock(): number {
    return Math.max(this.echoedClock, ...this.#sentClocks.slice(0, this.acknowledged))
  }

  get text(): Y.Text {
    return this.doc.getText('description')
  }

  get closeCode(): number | null {
    return this.transport.closeCode
  }

  /** Opens a websocket and sends step1, as a stock client does. Resolves when the server has let it in, or refused. */
  async connect(engine: SyncEngine = this.#parts.engine): Promise<void> {
    this.engine = engine
    const { ref, query } = this.#parts
    this.transport = new FakeTransport()
    this.outgoing = []
    this.acknowledged = 0
    this.#sentClocks = []
    this.isSynced = false
    this.connection = engine.connect(this.transport, { viewer: this.viewer, ref, query: new URLSearchParams(query) })
    this.outgoing.push(encodeStep1(Y.encodeStateVector(this.doc)))
    await this.connection.open()
  }

  disconnect(): void {
    this.connection?.ended()
    this.connection = null
    this.outgoing = []
  }

  /** Gives the server the oldest frame, or all of them. */
  deliverOne(): void {
    const frame = this.outgoing.shift()
    if (frame) this.transport.bring(frame, this.connection)
  }

  deliver(): void {
    while (this.outgoing.length > 0) this.deliverOne()
  }

  /** Reads the oldest frame from the server, or all of them. */
  readOne(): void {
    const frame = this.transport.sent.shift()
    if (frame) this.#read(frame)
  }

  read(): void {
    while (this.transport.sent.length > 0) this.readOne()
  }

  /** Moves frames both ways until there is none left. */
  exchange(): void {
    while (this.outgoing.length > 0 || this.transport.sent.length > 0) {
      this.deliver()
      this.read()
    }
  }

  /** Sends bytes as they are. */
  send(frame: Uint8Array): void {
    this.transport.bring(frame, this.connection)
  }

  /** Says where it is, as y-protocols would: `clientId` and `clock` can be made up. */
  say(state: Record<string, unknown> | null, { clientId = this.doc.clientID, clock = 1 } = {}): void {
    this.outgoing.push(encodeAwareness(joinAwarenessEntries([encodeAwarenessEntry({ clientId, clock, state })])))
  }

  #sendEdit(frame: Uint8Array, clock: number): void {
    this.#sentClocks.push(clock)
    this.outgoing.push(frame)
  }

  #read(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return this.#readSync(decoder)
      case MESSAGE.awareness:
        return applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), REMOTE)
      case MESSAGE.ack:
        this.acknowledged = readAck(decoder)
        return
      case MESSAGE.refused:
        this.refusals.push(readRefused(decoder))
        return
      case MESSAGE.hello:
        this.hello = readHello(decoder)
        return
      case MESSAGE.auth:
        this.denials += 1
        return
      default:
        throw new Error(`the server sent an unknown frame ${frame[0]}`)
    }
  }

  #readSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === SYNC.step1) {
      const update = Y.encodeStateAsUpdate(this.doc, bytes)
      return this.#sendEdit(encodeStep2(update), Y.getState(this.doc.store, this.doc.clientID))
    }
    if (step === SYNC.update) {
      this.echoedClock = Math.max(this.echoedClock, Y.parseUpdateMeta(bytes).to.get(this.doc.clientID) ?? 0)
    }
    Y.applyUpdate(this.doc, bytes, REMOTE)
    if (step === SYNC.step2) this.isSynced = true
  }
}
