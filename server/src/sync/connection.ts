import { randomUUID } from 'node:crypto'
import {
  ACK_PARAM,
  decodeClientFrame,
  documentPath,
  EPOCH_PARAM,
  LIMIT_CLOSES,
  USER_PARAM,
  MalformedFrameError,
  type CloseReason,
  type DocumentRef,
} from '@pupitre/document'
import { authorIdOf, decidingIdsOf, type Viewer } from '../domain/viewer.ts'
import type { Clock } from './clock.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Authorise } from './judgement.ts'
import {
  BYTE_BURST,
  FRAME_BURST,
  MAX_BYTES_PER_SECOND,
  MAX_EARLY_FRAMES,
  MAX_FRAME_BYTES,
  MAX_FRAMES_PER_SECOND,
  OPENING_MS,
} from './limits.ts'
import type { SyncLogger } from './logger.ts'
import { measures } from './measures.ts'
import { Outbox, type Transport } from './outbox.ts'
import type { RoomLease, RoomRegistry } from './room-registry.ts'
import { Session } from './session.ts'
import { TokenBucket } from './token-bucket.ts'

/** What a well-behaved page never meets: an operator wants to see it. */
const LOUD: ReadonlySet<CloseReason> = new Set(['badFrame', 'tooLarge', 'tooFast', 'clientIdTaken', 'tooSlow'])

interface ConnectionParts {
  transport: Transport
  viewer: Viewer | null
  ref: DocumentRef
  query: URLSearchParams
  authorise: Authorise
  registry: RoomRegistry
  commit: GroupCommit
  clock: Clock
  logger: SyncLogger
  onEnd: (connection: Connection) => void
}

/**
 * One websocket from its opening to its end: `opening` (judged, its document loading; frames are kept) → `open` (in its
 * room) → `stopping` (frames are no longer taken, answers still leave) → `closed`. Whatever a frame holds, it ends at
 * worst its own connection.
 */
export class Connection {
  /** Names this connection in the log. */
  readonly id = randomUUID()
  readonly ref: DocumentRef
  readonly userId: string | null
  /** Those whose rights decide what it may do. */
  readonly decidingIds: readonly string[]
  readonly #parts: ConnectionParts
  readonly #outbox: Outbox
  readonly #frames: TokenBucket
  readonly #bytes: TokenBucket
  readonly #arrivedAt = performance.now()
  #state: 'opening' | 'open' | 'stopping' | 'closed' = 'opening'
  #early: Uint8Array[] = []
  #lease: RoomLease | null = null
  #session: Session | null = null
  #access: 'read' | 'write' | null = null

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.ref = parts.ref
    this.userId = parts.viewer && authorIdOf(parts.viewer)
    this.decidingIds = parts.viewer ? decidingIdsOf(parts.viewer) : []
    const { transport, clock } = parts
    this.#outbox = new Outbox({ transport, clock, onStuck: () => this.close(LIMIT_CLOSES.slowReader) })
    this.#frames = new TokenBucket({ clock, perSecond: MAX_FRAMES_PER_SECOND, burst: FRAME_BURST })
    this.#bytes = new TokenBucket({ clock, perSecond: MAX_BYTES_PER_SECOND, burst: BYTE_BURST })
  }

  /** Who is let in here, and what they may do: null access while they are still judged. Null once nothing is to be judged. */
  get standing(): { viewer: Viewer; access: 'read' | 'write' | null } | null {
    const { viewer } = this.#parts
    return viewer && this.#state !== 'closed' ? { viewer, access: this.#access } : null
  }

  /** Judges who comes, loads the document, lets them in. Never rejects. */
  async open(): Promise<void> {
    if (this.#state === 'closed') return
    const cancel = this.#parts.clock.after(OPENING_MS, () => this.close(LIMIT_CLOSES.openingTime))
    try {
      const refusal = await this.#enter()
      if (refusal) this.close(refusal)
    } catch (err) {
      this.#parts.logger.warn({ ...this.#names(), err }, 'a document could not be opened')
      this.close('unavailable')
    } finally {
      cancel()
    }
  }

  receive(frame: Uint8Array): void {
    if (frame.length > MAX_FRAME_BYTES) return this.close(LIMIT_CLOSES.frameSize)
    if (!this.#frames.take(1)) return this.close(LIMIT_CLOSES.framesPerSecond)
    if (!this.#bytes.take(frame.length)) return this.close(LIMIT_CLOSES.bytesPerSecond)
    if (this.#state !== 'opening') return this.#take(frame)
    this.#early.push(frame)
    if (this.#early.length > MAX_EARLY_FRAMES) this.close(LIMIT_CLOSES.earlyFrames)
  }

  /** The other end sent what is no frame at all. */
  receiveGarbage(): void {
    this.close('badFrame')
  }

  /** Takes no more frames; what was taken is still answered. */
  stop(): void {
    if (this.#state === 'opening') this.close('restarting')
    else if (this.#state === 'open') this.#state = 'stopping'
  }

  /** @param detail text beside the code of the close */
  close(reason: CloseReason, detail?: string): void {
    if (this.#state === 'closed') return
    const level = LOUD.has(reason) ? 'info' : 'debug'
    this.#parts.logger[level]({ ...this.#names(), reason }, 'sync connection closed')
    this.#end(reason)
    this.#outbox.close(reason, detail)
  }

  /** The websocket is gone. */
  ended(): void {
    if (this.#state === 'closed') return
    this.#parts.logger.debug(this.#names(), 'sync connection left')
    this.#end('left')
  }

  tick(): void {
    if (this.#state !== 'closed') this.#outbox.tick()
  }

  async #enter(): Promise<CloseReason | null> {
    const { viewer, ref, query, authorise, registry } = this.#parts
    if (!viewer) return 'signedOut'
    // What one user wrote is never taken for another's.
    const user = query.get(USER_PARAM)
    if (user !== null && user !== this.userId) return 'signedOut'
    const judgement = await authorise({ viewer, ref })
    if (!judgement) return 'notFound'
    const epoch = query.get(EPOCH_PARAM)
    if (epoch !== null && epoch !== judgement.epoch) return 'epochChanged'
    const lease = await registry.enter({ ...judgement, ref })
    if (!lease) return 'notFound'
    if (this.#state !== 'opening') {
      lease.release()
      return null
    }
    this.#lease = lease
    this.#access = judgement.access
    const wantsAcks = query.get(ACK_PARAM) === '1'
    const { commit } = this.#parts
    const close = (reason: CloseReason) => this.close(reason)
    this.#session = new Session({
      room: lease.room,
      viewer,
      access: judgement.access,
      wantsAcks,
      outbox: this.#outbox,
      commit,
      close,
    })
    this.#state = 'open'
    this.#tellOpened('in')
    this.#parts.logger.debug({ ...this.#names(), access: judgement.access }, 'sync connection opened')
    this.#session.enter()
    for (const frame of this.#early.splice(0)) this.#take(frame)
    return null
  }

  #take(frame: Uint8Array): void {
    if (this.#state !== 'open') return
    try {
      this.#session?.take(decodeClientFrame(frame))
    } catch (err) {
      if (err instanceof MalformedFrameError) return this.close('badFrame')
      this.#parts.logger.error({ ...this.#names(), err }, 'a frame could not be handled')
      this.close('unavailable')
    }
  }

  #tellOpened(outcome: 'in' | CloseReason | 'left'): void {
    measures.opening.publish({ outcome, milliseconds: performance.now() - this.#arrivedAt })
  }

  #names(): { connectionId: string; document: string; userId: string | null } {
    return { connectionId: this.id, document: documentPath(this.ref), userId: this.userId }
  }

  #end(reason: CloseReason | 'left'): void {
    if (this.#state === 'opening') this.#tellOpened(reason)
    else measures.closing.publish({ reason })
    this.#state = 'closed'
    this.#early = []
    this.#session?.leave()
    this.#lease?.release()
    this.#parts.onEnd(this)
  }
}
