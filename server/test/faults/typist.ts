import { MESSAGE } from '@pupitre/document'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { marksOf } from '../../src/sync/testing/marks.ts'
import { countingSocket } from './counting-socket.ts'
import type { Oracle } from './oracle.ts'
import type { Participant } from './participant.ts'

/** Longest wait of the stock provider before it tries again. */
const MAX_BACKOFF_MS = 100

/** One keystroke in so many looks for a place among all marks, which takes as long as the text is. */
const SEARCHES_ONE_IN = 5

export interface TypistParts {
  /** Names its marks: `‹name.number›`. */
  name: string
  /** ws://host:port */
  url: string
  uuid: string
  /** Asks for acknowledgements as a page of ours does; else only its echo tells a client that it is heard. */
  wantsAcks: boolean
  oracle: Oracle
  /** A session, where the server wants one. */
  headers?: Record<string, string>
}

/** A stock y-websocket client who types marks, and tells the oracle what it is promised and shown. */
export class Typist implements Participant {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly #oracle: Oracle
  readonly #text: Y.Text
  /** Own marks that are not acknowledged, oldest first, and the clock at the end of each. */
  readonly #pending: { mark: string; end: number }[] = []
  #typed = 0

  constructor({ name, url, uuid, wantsAcks, oracle, headers = {} }: TypistParts) {
    this.name = name
    this.#oracle = oracle
    this.#text = this.doc.getText('description')
    this.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (!local) this.#look(update)
    })
    this.provider = new WebsocketProvider(`${url}/sync/fiche`, uuid, this.doc, {
      params: {
        // `sync-process.ts` lets in whoever names themselves. Under a session, a name that is not its own is turned away (S97).
        ...(headers.cookie === undefined && { user: crypto.randomUUID() }),
        ...(wantsAcks && { ack: '1' }),
      },
      disableBc: true,
      maxBackoffTime: MAX_BACKOFF_MS,
      WebSocketPolyfill: countingSocket({ doc: this.doc, headers, onDurable: (clock) => this.#hear(clock) }),
    })
    // The provider knows the frames of its own protocol only.
    for (const type of [MESSAGE.ack, MESSAGE.refused, MESSAGE.hello])
      this.provider.messageHandlers[type] = () => undefined
  }

  get text(): string {
    return this.#text.toString()
  }

  /** Own marks that nobody has said to be durable. */
  get pending(): number {
    return this.#pending.length
  }

  get isConnected(): boolean {
    return this.provider.wsconnected
  }

  get isSynced(): boolean {
    return this.provider.synced
  }

  /** Types one more mark, somewhere in the text. */
  type(random: () => number): void {
    const mark = `‹${this.name}.${this.#typed}›`
    this.#typed += 1
    this.#oracle.typedBy(this.name, mark)
    const end = Y.getState(this.doc.store, this.doc.clientID) + mark.length
    this.#pending.push({ mark, end })
    this.#text.insert(this.#somewhere(random), mark)
  }

  readText(): string {
    return this.text
  }

  readState(): string {
    return this.isConnected ? (this.isSynced ? 'synced' : 'connected') : 'cut off'
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }

  /** Marks stay whole, so that each can be looked for. */
  #somewhere(random: () => number): number {
    if (random() < 1 / SEARCHES_ONE_IN) return startOfSomeMark(this.text, random)
    return random() < 1 / 2 ? 0 : this.#text.length
  }

  #hear(durable: number): void {
    const kept = this.#pending.findIndex(({ end }) => end > durable)
    const heard = this.#pending.splice(0, kept === -1 ? this.#pending.length : kept)
    for (const { mark } of heard) this.#oracle.acknowledgedTo(mark)
  }

  /** What was inserted is in the update: an event of the text would go through all of it to say so. */
  #look(update: Uint8Array): void {
    for (const { content } of Y.decodeUpdate(update).structs.filter((struct) => struct instanceof Y.Item)) {
      if (!(content instanceof Y.ContentString)) continue
      for (const mark of marksOf(content.str)) this.#oracle.seenBy(this.name, mark)
    }
  }
}

function startOfSomeMark(text: string, random: () => number): number {
  const from = Math.floor(random() * text.length)
  const next = text.indexOf('‹', from)
  return next === -1 ? 0 : next
}
