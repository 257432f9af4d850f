import { randomInt } from 'node:crypto'
import * as Y from 'yjs'
import { Dialect } from './dialect.ts'
import { RawSocket } from './raw-socket.ts'
import type { Seat } from './seat.ts'
import { encodeTypedCharacter } from './typed-characters.ts'

const OPENING_PATIENCE_MS = 60_000
const EMPTY_UPDATE = new Uint8Array([0, 0])
const EMPTY_STATE_VECTOR = new Uint8Array([0])

/** A client that types at the end of its own words and keeps nothing of the others': cheap enough to have five hundred. */
export class LightClient {
  readonly client = randomInt(1, 2 ** 32)
  readonly seat: Seat
  /** When each character was typed, by its clock. */
  readonly typedAt: number[] = []
  /** Set in clients that watch for others' edits: told of the characters of one client, from one clock to another. */
  onSeen: ((client: number, from: number, to: number) => void) | null = null
  /** Told when the server has closed. */
  onClosed: () => void = () => {}
  syncedAt = Number.NaN
  /** The first answer of the server: the whole document. */
  document: Uint8Array = EMPTY_UPDATE
  readonly #dialect: Dialect
  readonly #socket: RawSocket
  readonly #synced = Promise.withResolvers<void>()
  #awarenessClock = 0

  constructor(seat: Seat) {
    this.seat = seat
    this.#dialect = new Dialect(seat)
    this.#socket = new RawSocket(seat)
    this.#socket.onOpen = () => this.#enter()
    this.#socket.onMessage = (frame) => this.#hear(frame)
    this.#socket.onClose = (code) => {
      this.#synced.reject(new Error(`closed with ${code} before it was in`))
      this.onClosed()
    }
    this.#synced.promise.catch(() => {})
  }

  get isClosed(): boolean {
    return this.#socket.isClosed
  }

  /** Resolves when the server has sent the document. */
  async synced(): Promise<this> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the server sent no document')), OPENING_PATIENCE_MS)
    })
    await Promise.race([this.#synced.promise, late])
    clearTimeout(timer)
    return this
  }

  type(): void {
    const clock = this.typedAt.length
    const frame = this.#dialect.sync(2, encodeTypedCharacter({ client: this.client, clock }))
    this.typedAt.push(performance.now())
    this.#socket.send(frame)
  }

  /** An edit made elsewhere. */
  sendUpdate(update: Uint8Array): void {
    this.#socket.send(this.#dialect.sync(2, update))
  }

  /** Says where the caret is, as an editor does at each keystroke. */
  showCaret(): void {
    const item = { client: this.client, clock: Math.max(0, this.typedAt.length - 1) }
    const caret = { type: null, tname: 'description', item, assoc: 0 }
    const state = JSON.stringify({
      user: { name: 'Agent', color: '#30bced' },
      anchor: caret,
      head: caret,
      focused: true,
    })
    this.#socket.send(this.#dialect.awareness({ client: this.client, clock: (this.#awarenessClock += 1), state }))
  }

  stopReading(): void {
    this.#socket.stopReading()
  }

  readAgain(): void {
    this.#socket.readAgain()
  }

  close(): void {
    this.#socket.destroy()
  }

  #enter(): void {
    for (const frame of this.#dialect.opening()) this.#socket.send(frame)
    this.#socket.send(this.#dialect.sync(0, EMPTY_STATE_VECTOR))
  }

  #hear(frame: Buffer): void {
    if (!this.onSeen && this.#dialect.isUpdate(frame)) return
    const heard = this.#dialect.read(frame)
    if (heard?.kind === 'step1') this.#socket.send(this.#dialect.sync(1, EMPTY_UPDATE))
    if (heard?.kind === 'step2' && Number.isNaN(this.syncedAt)) {
      this.document = heard.bytes
      this.syncedAt = performance.now()
      this.#synced.resolve()
    }
    if (heard?.kind === 'update' && this.onSeen) this.#see(heard.bytes)
  }

  #see(update: Uint8Array): void {
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, end] of to) this.onSeen?.(client, from.get(client) ?? 0, end)
  }
}

const OPENINGS_AT_ONCE = 20

/** Opens all seats, a few at once, and waits until each has its document. */
export async function seatAll(seats: readonly Seat[]): Promise<LightClient[]> {
  const clients: LightClient[] = []
  for (let from = 0; from < seats.length; from += OPENINGS_AT_ONCE) {
    const opening = seats.slice(from, from + OPENINGS_AT_ONCE).map((seat) => new LightClient(seat))
    clients.push(...(await Promise.all(opening.map((client) => client.synced()))))
  }
  return clients
}
