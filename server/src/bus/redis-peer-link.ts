import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import type { Clock } from '../sync/clock.ts'
import type { SyncLogger } from '../sync/logger.ts'
import { decodePeerFrame, encodePeerFrame, type FrameKind } from './peer-frame.ts'
import type { PeerLink, PeerMessage, Topic } from './peer-link.ts'
import { PeerRoll } from './peer-roll.ts'
import {
  BEAT_INTERVAL_MS,
  GOODBYE_MS,
  MAX_UNSENT_BYTES,
  MISSED_TOGETHER_MS,
  REDIS_CONNECT_TIMEOUT_MS,
  REDIS_RETRY_MAX_MS,
  REDIS_RETRY_MIN_MS,
  SILENCE_MS,
} from './redis-limits.ts'

interface RedisPeerLinkParts {
  url: string
  /** Processes hear each other on the same channel only. */
  channel: string
  clock: Clock
  logger: SyncLogger
}

const NOTHING = new Uint8Array()
/** Body of a hello whose sender may have failed to tell something. */
const AFTER_LOSS = new Uint8Array([1])

/**
 * Processes hear each other on one Redis channel. Each hears its own beats too: as long as they come back, both ways are open.
 * Redis keeps nothing: whoever was away looks into the database.
 */
export class RedisPeerLink implements PeerLink {
  readonly #parts: RedisPeerLinkParts
  readonly #self = randomUUID()
  readonly #publisher: Redis
  readonly #subscriber: Redis
  readonly #peers = new PeerRoll()
  readonly #onMessage: ((message: PeerMessage) => void)[] = []
  readonly #onMissed: (() => void)[] = []
  readonly #onPeerHere: ((peer: string) => void)[] = []
  readonly #onPeerGone: ((peer: string) => void)[] = []
  #cancelBeat: () => void
  #lastOwnBeat: number
  /** As `#lastOwnBeat`, but for real: that one is moved to give a new connection its time. */
  #lastHeard: number
  #state: 'starting' | 'reachable' | 'away' = 'starting'
  #unsentBytes = 0
  /** Something was dropped that others are to look for by themselves. */
  #hasDropped = false
  #hasMissed = false
  #isClosed = false

  constructor(parts: RedisPeerLinkParts) {
    const { url, channel, clock, logger } = parts
    this.#parts = parts
    this.#lastOwnBeat = this.#lastHeard = clock.now()
    this.#publisher = connect(url)
    this.#subscriber = connect(url)
    for (const connection of [this.#publisher, this.#subscriber])
      connection.on('error', (err: unknown) => logger.debug({ err }, 'redis: a connection failed'))
    this.#publisher.on('ready', () => {
      this.#sayHello()
      this.#sayBeat()
      // What was asked of the others may not have left.
      this.#missed()
    })
    this.#subscriber.on('ready', () => {
      this.#subscriber.subscribe(channel).then(
        () => this.#onSubscribed(),
        () => this.#subscriber.disconnect(true),
      )
    })
    this.#subscriber.on('messageBuffer', (_channel: Buffer, bytes: Buffer) => this.#take(bytes))
    this.#cancelBeat = this.#beatLater()
  }

  get isReachable(): boolean {
    return this.#state === 'reachable'
  }

  get unheardMs(): number {
    return this.isReachable ? 0 : this.#parts.clock.now() - this.#lastHeard
  }

  /** How many other processes are there. */
  get peers(): number {
    return this.#peers.size
  }

  send(topic: Topic, body: Uint8Array): void {
    void this.#publish(topic, body)
  }

  onMessage(listener: (message: PeerMessage) => void): void {
    this.#onMessage.push(listener)
  }

  onMissed(listener: () => void): void {
    this.#onMissed.push(listener)
  }

  onPeerHere(listener: (peer: string) => void): void {
    this.#onPeerHere.push(listener)
  }

  onPeerGone(listener: (peer: string) => void): void {
    this.#onPeerGone.push(listener)
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#cancelBeat()
    const goodbye = this.#publish('bye', NOTHING)
    this.#isClosed = true
    await Promise.race([goodbye, new Promise<void>((resolve) => this.#parts.clock.after(GOODBYE_MS, resolve))])
    this.#publisher.disconnect()
    this.#subscriber.disconnect()
  }

  #publish(kind: FrameKind, body: Uint8Array): Promise<void> {
    if (this.#isClosed) return Promise.resolve()
    const frame = encodePeerFrame({ peer: this.#self, kind, body })
    if (this.#publisher.status !== 'ready' || this.#unsentBytes + frame.length > MAX_UNSENT_BYTES) {
      this.#onDropped({ kind, body })
      return Promise.resolve()
    }
    this.#unsentBytes += frame.length
    return this.#publisher
      .publish(this.#parts.channel, frame)
      .then(
        () => undefined,
        () => this.#onDropped({ kind, body }),
      )
      .finally(() => {
        this.#unsentBytes -= frame.length
      })
  }

  /** What the others have no other way to know of; a hello that said so included. */
  #onDropped({ kind, body }: { kind: FrameKind; body: Uint8Array }): void {
    if (kind === 'documents' || kind === 'changes' || (kind === 'hello' && body.length > 0)) this.#hasDropped = true
  }

  #onSubscribed(): void {
    this.#sayBeat()
    this.#missed()
  }

  #take(bytes: Buffer): void {
    const frame = decodePeerFrame(bytes)
    if (!frame || this.#isClosed) return
    const { peer, kind, body } = frame
    if (peer === this.#self) {
      if (kind === 'beat') this.#hearOwnBeat()
      return
    }
    if (kind === 'bye') return this.#leave(peer)
    if (this.#peers.hear(peer, this.#parts.clock.now())) this.#tell(this.#onPeerHere, peer)
    if (kind === 'hello' && body.length > 0) this.#missed()
    if (kind === 'documents' || kind === 'changes' || kind === 'spending') {
      this.#tell(this.#onMessage, { peer, topic: kind, body })
    }
  }

  #hearOwnBeat(): void {
    this.#lastOwnBeat = this.#lastHeard = this.#parts.clock.now()
    if (this.#state !== 'reachable') {
      this.#state = 'reachable'
      this.#parts.logger.info({}, 'redis: other processes can be heard')
      this.#missed()
    }
    if (!this.#hasDropped) return
    this.#sayHello()
    this.#missed()
  }

  #leave(peer: string): void {
    if (this.#peers.leave(peer)) this.#tell(this.#onPeerGone, peer)
  }

  /** Told once of what happens together: connections made anew, and others who say that they were away too. */
  #missed(): void {
    if (this.#hasMissed) return
    this.#hasMissed = true
    this.#parts.clock.after(MISSED_TOGETHER_MS, () => {
      this.#hasMissed = false
      this.#tell(this.#onMissed, undefined)
    })
  }

  /** One listener's trouble is not the others', nor the connection's. */
  #tell<T>(listeners: readonly ((told: T) => void)[], told: T): void {
    for (const listener of listeners) {
      try {
        listener(told)
      } catch (err) {
        this.#parts.logger.error({ err }, 'what another process told could not be handled')
      }
    }
  }

  #sayHello(): void {
    const body = this.#hasDropped ? AFTER_LOSS : NOTHING
    this.#hasDropped = false
    void this.#publish('hello', body)
  }

  #beatLater(): () => void {
    return this.#parts.clock.after(BEAT_INTERVAL_MS, () => {
      this.#cancelBeat = this.#beatLater()
      this.#beat()
    })
  }

  #sayBeat(): void {
    void this.#publish('beat', NOTHING)
  }

  #beat(): void {
    this.#sayBeat()
    const { clock, logger } = this.#parts
    const unheardMs = clock.now() - this.#lastOwnBeat
    // Between the two nobody knows yet whether a process is silent, or Redis.
    if (unheardMs < 2 * BEAT_INTERVAL_MS) {
      // It may have died between a commit and telling of it.
      if (this.#dropSilent()) this.#missed()
      return
    }
    if (unheardMs < SILENCE_MS) return
    this.#dropSilent()
    if (this.#state !== 'away')
      logger.warn({}, 'redis: away; what other processes write is read from the database until it is back')
    this.#state = 'away'
    // A connection that says nothing: another may do better.
    this.#lastOwnBeat = clock.now() - 2 * BEAT_INTERVAL_MS
    for (const connection of [this.#publisher, this.#subscriber])
      if (connection.status === 'ready') connection.disconnect(true)
  }

  #dropSilent(): boolean {
    const silent = this.#peers.takeSilent(this.#parts.clock.now() - SILENCE_MS)
    for (const peer of silent) this.#tell(this.#onPeerGone, peer)
    return silent.length > 0
  }
}

function connect(url: string): Redis {
  return new Redis(url, {
    connectTimeout: REDIS_CONNECT_TIMEOUT_MS,
    retryStrategy: (tries) => Math.min(REDIS_RETRY_MIN_MS * 2 ** Math.min(tries, 10), REDIS_RETRY_MAX_MS),
    // What could not be sent is out of date when Redis is back.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
    keepAlive: 10_000,
    noDelay: true,
  })
}
