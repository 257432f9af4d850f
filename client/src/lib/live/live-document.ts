import { documentPath, type DocumentRef } from '@pupitre/document'
import { WebsocketProvider } from 'y-websocket'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { closeVerdict, type Closed } from './close-verdict.ts'
import { countingSocket } from './counting-socket.ts'
import {
  EMPTY_LEDGER,
  recordEvent,
  unsentEdits,
  type Access,
  type LedgerEvent,
  type SaveLedger,
} from './save-ledger.ts'
import { saveState, type SaveState } from './save-state.ts'
import { listenToServer } from './server-messages.ts'

/** What a page shows of a document; a new object at each change, the same one in between. */
export interface LiveSnapshot {
  save: SaveState
  access: Access
  /** Whether the server's text has been received: before that the texts are not known, not empty. */
  loaded: boolean
  /** Why the server closed for good; null while connected or trying again. */
  closed: Closed | null
}

/** How long the provider waits at most between two attempts, so that a restarted server is found again within seconds. */
const MAX_BACKOFF_MS = 2_500

/**
 * One shared document held by this page: its Yjs copy, its connection, who is there, and what is saved.
 *
 * It reconnects by itself. It is never dropped by a closed connection: unsent edits stay in `doc` until `destroy`.
 */
export class LiveDocument {
  readonly doc = new Y.Doc()
  readonly awareness: Awareness

  #provider: WebsocketProvider
  #ledger: SaveLedger = EMPTY_LEDGER
  #loaded = false
  #closed: Closed | null = null
  #snapshot: LiveSnapshot
  #listeners = new Set<() => void>()
  #refresh = (): void => this.#recover()

  /**
   * @param serverUrl websocket address that document paths are added to, e.g. `wss://host/sync`
   * @param params added to the address of the socket, e.g. a ticket where there is no session cookie
   */
  constructor({ ref, serverUrl, params }: { ref: DocumentRef; serverUrl: string; params?: Record<string, string> }) {
    // Before the provider's own listener: an edit is counted before its frame.
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.#provider) this.#record({ type: 'edited' })
    })
    this.#provider = new WebsocketProvider(serverUrl, documentPath(ref), this.doc, {
      connect: false,
      // Another tab must not show what is not saved, nor mix two accounts.
      disableBc: true,
      params: { ...params, ack: '1' },
      maxBackoffTime: MAX_BACKOFF_MS,
      WebSocketPolyfill: countingSocket((frame) => this.#record({ type: 'sent', frame })),
    })
    this.awareness = this.#provider.awareness
    this.#snapshot = this.#takeSnapshot()
    this.#listen()
    this.#provider.connect()
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
    this.#provider.connect()
    this.#publish()
  }

  /** Closes the connection and forgets the document, unsent edits included. */
  destroy(): void {
    globalThis.removeEventListener?.('online', this.#refresh)
    this.#listeners.clear()
    this.#provider.destroy()
    this.doc.destroy()
  }

  #listen(): void {
    const provider = this.#provider
    listenToServer(provider, {
      onHello: ({ epoch, access }) => {
        // From now on a reconnection says which life of the document this copy belongs to.
        provider.params = { ...provider.params, epoch }
        this.#record({ type: 'greeted', access })
      },
      onAcknowledged: (frames) => this.#record({ type: 'acknowledged', frames }),
      onRefused: (reason) => this.#record({ type: 'refused', reason }),
    })
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.#record({ type: 'opened' })
      if (status === 'disconnected') this.#record({ type: 'closed' })
    })
    provider.on('sync', (synced) => {
      if (!synced || this.#loaded) return
      this.#loaded = true
      this.#publish()
    })
    provider.on('closed', ({ code }) => {
      this.#closed = closeVerdict(code)
      this.#publish()
    })
    globalThis.addEventListener?.('online', this.#refresh)
  }

  /** The network is back: do not wait for the end of the delay. */
  #recover(): void {
    if (this.#closed === null && this.#provider.ws === null) this.#provider.connect()
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
