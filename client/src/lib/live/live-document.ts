import { ACK_PARAM, documentPath, EPOCH_PARAM, type DocumentRef } from '@pupitre/document'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { systemClock } from '../reconnection/clock.ts'
import { pageSurroundings } from '../reconnection/surroundings.ts'
import { closeVerdict, type Closed } from './close-verdict.ts'
import { DocumentSync } from './document-sync.ts'
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
import type { TransportEvents } from './transport.ts'
import { openWebsocket } from './websocket-transport.ts'

/** What a page shows of a document; a new object at each change, the same one in between. */
export interface LiveSnapshot {
  save: SaveState
  access: Access
  /** Whether the server's text has been received: before that the texts are not known, not empty. */
  loaded: boolean
  /** Why the server closed for good; null while connected or trying again. */
  closed: Closed | null
}

/**
 * One shared document held by this page: its Yjs copy, its connection, who is there, and what is saved.
 *
 * It reconnects by itself. It is never dropped by a closed connection: unsent edits stay in `doc` until `destroy`.
 */
export class LiveDocument {
  readonly doc = new Y.Doc()
  readonly awareness: Awareness

  readonly #address: string
  readonly #query: URLSearchParams
  readonly #connection: LiveConnection
  readonly #sync: DocumentSync
  #ledger: SaveLedger = EMPTY_LEDGER
  #loaded = false
  #closed: Closed | null = null
  #snapshot: LiveSnapshot
  #listeners = new Set<() => void>()

  /**
   * @param serverUrl websocket address that document paths are added to, e.g. `wss://host/sync`
   * @param params added to the address of the socket, e.g. a ticket where there is no session cookie
   */
  constructor({ ref, serverUrl, params }: { ref: DocumentRef; serverUrl: string; params?: Record<string, string> }) {
    this.#address = `${serverUrl}/${documentPath(ref)}`
    this.#query = new URLSearchParams({ ...params, [ACK_PARAM]: '1' })
    // Before the listener that sends: an edit is counted before its frame.
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.#sync) this.#record({ type: 'edited' })
    })
    this.awareness = new Awareness(this.doc)
    this.#connection = this.#makeConnection()
    this.#sync = this.#makeSync()
    this.#snapshot = this.#takeSnapshot()
    this.#connection.connect()
  }

  /** Subscribes to changes of `snapshot`; returns the way to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): LiveSnapshot => this.#snapshot

  /** Edits made here that are not on the server's disk. */
  get unsent(): number {
    return unsentEdits(this.#ledger)
  }

  /** Tries again after a close that was final, e.g. once signed in again. Keeps every edit. */
  reconnect(): void {
    this.#closed = null
    this.#connection.connect()
    this.#publish()
  }

  /** Closes the connection and forgets the document, unsent edits included. */
  destroy(): void {
    this.#listeners.clear()
    this.#connection.destroy()
    this.#sync.destroy()
    this.doc.destroy()
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
          this.#record({ type: 'closed' })
        },
        onClosed: (code) => {
          this.#closed = closeVerdict(code)
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
          this.#loaded = true
          this.#publish()
        },
        onHello: ({ epoch, access }) => {
          // From now on a reconnection says which life of the document this copy belongs to.
          this.#query.set(EPOCH_PARAM, epoch)
          this.#record({ type: 'greeted', access })
        },
        onAcknowledged: (frames) => this.#record({ type: 'acknowledged', frames }),
        onRefused: (reason) => this.#record({ type: 'refused', reason }),
      },
    })
  }

  #openTransport(events: TransportEvents) {
    return openWebsocket(`${this.#address}?${this.#query}`, events)
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
      save: saveState({ ledger: this.#ledger, loaded: this.#loaded, closed: this.#closed }),
      access: this.#ledger.access,
      loaded: this.#loaded,
      closed: this.#closed,
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
    JSON.stringify(a.save) === JSON.stringify(b.save)
  )
}
