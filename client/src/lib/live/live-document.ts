import { ACK_PARAM, documentPath, EPOCH_PARAM, type DocumentRef } from '@pupitre/document'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { FROM_DEVICE, type Keeping } from '../device/local-copy.ts'
import type { SetAsideReason } from '../device/set-aside.ts'
import { systemClock } from '../reconnection/clock.ts'
import { pageSurroundings } from '../reconnection/surroundings.ts'
import { openChosen } from './choosing-transport.ts'
import { asideReason, closeVerdict, type Closed } from './close-verdict.ts'
import { DocumentSync } from './document-sync.ts'
import { type DeviceOfUser, KeptEdits } from './kept-edits.ts'
import { LiveConnection } from './live-connection.ts'
import {
  EMPTY_LEDGER,
  recordEvent,
  unsentEdits,
  type Access,
  type LedgerEvent,
  type SaveLedger,
} from './save-ledger.ts'
import { saveState, type SaveState } from './save-state.ts'
import { tabTransports } from './transport-means.ts'
import type { Transport, TransportEvents } from './transport.ts'

/** What a page shows of a document; a new object at each change, the same one in between. */
export interface LiveSnapshot {
  save: SaveState
  access: Access
  /** Whether there is a text: the server's, or while it does not answer, this device's. Before that the texts are not known, not empty. */
  loaded: boolean
  /** Why the server closed for good; null while connected or trying again. */
  closed: Closed | null
  /** Whether its unsent edits were given back, since they can no longer be sent: the document is to be opened anew. */
  isSpent: boolean
  /** Whether the network blocks websockets: what is written takes a slower way, and is as safe. */
  slow: boolean
}

/** How long the server may take to give its text before the page shows what this device has of it. */
const SERVER_PATIENCE_MS = 1_500

/**
 * One shared document held by this page: its Yjs copy, its connection, who is there, and what is saved.
 *
 * It reconnects by itself. It is never dropped by a closed connection: unsent edits stay in `doc`, and on the device, until
 * they are sent or given back.
 */
export class LiveDocument {
  /** Its address: `fiche/<uuid>` or `plan/<uuid>`. */
  readonly path: string
  readonly doc = new Y.Doc()
  readonly awareness: Awareness

  readonly #address: string
  readonly #query: URLSearchParams
  readonly #connection: LiveConnection
  readonly #sync: DocumentSync
  readonly #kept: KeptEdits
  #ready: Promise<void> = Promise.resolve()
  #stopWaiting: () => void = () => undefined
  #isDestroyed = false
  #isRetired = false
  #isSpent = false
  #ledger: SaveLedger = EMPTY_LEDGER
  #loaded = false
  #closed: Closed | null = null
  #slow = false
  #snapshot: LiveSnapshot
  #listeners = new Set<() => void>()

  /**
   * @param serverUrl websocket address that document paths are added to, e.g. `wss://host/sync`
   * @param params added to the address of the socket, e.g. a ticket where there is no session cookie
   * @param device keeps what is written for this user; without it, the tab alone does
   */
  constructor({
    ref,
    serverUrl,
    params,
    device,
  }: {
    ref: DocumentRef
    serverUrl: string
    params?: Record<string, string>
    device?: DeviceOfUser
  }) {
    this.path = documentPath(ref)
    this.#address = `${serverUrl}/${this.path}`
    this.#query = new URLSearchParams({ ...params, [ACK_PARAM]: '1' })
    this.#kept = new KeptEdits({ device, doc: this.doc, path: this.path, onChange: () => this.#publish() })
    // Before the listener that sends: an edit is counted before its frame.
    this.doc.on('update', this.#count)
    this.awareness = new Awareness(this.doc)
    this.#connection = this.#makeConnection()
    this.#sync = this.#makeSync()
    this.#snapshot = this.#takeSnapshot()
    if (device) this.#ready = this.#openFromDevice()
    else this.#connection.connect()
  }

  /** Subscribes to changes of `snapshot`; returns the way to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): LiveSnapshot => this.#snapshot

  /** Edits made here that are not on the server's disk, and were not given back. */
  get unsent(): number {
    return this.#isSpent ? 0 : unsentEdits(this.#ledger)
  }

  /** Whether this device has them on its disk. */
  get keeping(): Keeping {
    return this.#kept.keeping
  }

  /** Resolves once what the device held of the document is in it. */
  ready(): Promise<void> {
    return this.#ready
  }

  /** Resolves once what was written is on this device's disk, or cannot be. */
  async settled(): Promise<void> {
    await this.#kept.settled()
  }

  /** Tries again after a close that was final, e.g. once signed in again. Keeps every edit. */
  reconnect(): void {
    this.#closed = null
    this.#connection.connect()
    this.#publish()
  }

  /** Closes the connection and forgets the document, unsent edits included. */
  destroy(): void {
    this.#isDestroyed = true
    this.#stopWaiting()
    this.#kept.close()
    this.#listeners.clear()
    this.#connection.destroy()
    this.#sync.destroy()
    this.doc.destroy()
  }

  /** Before the server is asked: it is told of which life of the document this copy is. */
  async #openFromDevice(): Promise<void> {
    const restored = await this.#kept.load()
    if (this.#isDestroyed) return
    if (restored) {
      this.#query.set(EPOCH_PARAM, restored.epoch)
      this.#record({ type: 'restored', edits: restored.edits })
      this.#stopWaiting = systemClock.after(SERVER_PATIENCE_MS, () => this.#showWithoutServer(restored.access))
    }
    this.#kept.setOnline(false)
    this.#connection.connect()
  }

  #showWithoutServer(access: 'read' | 'write'): void {
    this.#loaded = true
    this.#record({ type: 'presumed', access })
  }

  readonly #count = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === FROM_DEVICE) return
    const before = this.#ledger.edits
    if (origin !== this.#sync) this.#ledger = recordEvent(this.#ledger, { type: 'edited' })
    if (this.#ledger.edits > before) this.#kept.edited(update, transaction)
    else this.#kept.received(update)
    this.#publish()
  }

  /** What is unsent can no longer be: it is given back to who wrote it, and this document is left. */
  async #retire(reason: SetAsideReason): Promise<void> {
    if (!this.#kept.canGiveBack || this.#isRetired) return
    this.#isRetired = true
    this.#connection.destroy()
    const edits = unsentEdits(this.#ledger)
    await this.#kept.giveBack({ reason, edits })
    // Where nothing of this page was in the way, opening it anew would end the same.
    this.#isSpent = edits > 0 || this.#closed === 'reload' || this.#closed === 'notFound'
    this.#publish()
  }

  #makeConnection(): LiveConnection {
    return new LiveConnection({
      open: (events) => this.#openTransport(events),
      surroundings: pageSurroundings,
      clock: systemClock,
      random: Math.random,
      events: {
        onOpen: () => {
          this.#record({ type: 'opened' })
          this.#sync.start()
        },
        onFrame: (frame) => this.#take(frame),
        onLost: () => {
          this.#sync.stop()
          this.#kept.setOnline(false)
          this.#record({ type: 'closed' })
        },
        onClosed: (code) => {
          this.#closed = closeVerdict(code)
          const reason = asideReason(code)
          if (reason) void this.#retire(reason)
          this.#publish()
        },
        onDoubt: () => this.#sync.ask(),
      },
    })
  }

  #makeSync(): DocumentSync {
    const { doc, awareness } = this
    return new DocumentSync({
      doc,
      awareness,
      send: (frame) => this.#connection.send(frame),
      listener: {
        onSent: (frame) => this.#record({ type: 'sent', frame }),
        onSynced: () => {
          this.#connection.works()
          this.#stopWaiting()
          this.#loaded = true
          this.#publish()
        },
        onHello: ({ epoch, access }) => {
          // From now on a reconnection says which life of the document this copy belongs to.
          this.#query.set(EPOCH_PARAM, epoch)
          this.#record({ type: 'greeted', access })
          this.#kept.begin({ epoch, access })
          this.#kept.setOnline(true)
        },
        onAcknowledged: (frames) => {
          this.#record({ type: 'acknowledged', frames })
          this.#kept.sent(this.#ledger.durableEdits)
        },
        onRefused: (reason) => {
          this.#record({ type: 'refused', reason })
          void this.#retire('readOnly')
        },
      },
    })
  }

  #openTransport(events: TransportEvents): Transport {
    const address = `${this.#address}?${this.#query}`
    return openChosen(tabTransports, { address, events, onKind: (kind) => (this.#slow = kind === 'stream') })
  }

  #take(frame: Uint8Array): void {
    try {
      this.#sync.take(frame)
    } catch (error) {
      // What was not read comes again with the next connection's first answer.
      this.#connection.giveUp()
      throw error
    }
  }

  #record(event: LedgerEvent): void {
    this.#ledger = recordEvent(this.#ledger, event)
    this.#publish()
  }

  #takeSnapshot(): LiveSnapshot {
    return {
      save: saveState({
        ledger: this.#ledger,
        loaded: this.#loaded,
        closed: this.#closed,
        keeping: this.#kept.keeping,
      }),
      access: this.#ledger.access,
      loaded: this.#loaded,
      closed: this.#closed,
      isSpent: this.#isSpent,
      slow: this.#slow,
    }
  }

  #publish(): void {
    const next = this.#takeSnapshot()
    if (sameSnapshot(this.#snapshot, next)) return
    this.#snapshot = next
    for (const listener of this.#listeners) listener()
  }
}

function sameSnapshot(a: LiveSnapshot, b: LiveSnapshot): boolean {
  return (
    a.access === b.access &&
    a.loaded === b.loaded &&
    a.closed === b.closed &&
    a.isSpent === b.isSpent &&
    a.slow === b.slow &&
    JSON.stringify(a.save) === JSON.stringify(b.save)
  )
}
