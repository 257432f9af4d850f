import type { Clock } from './clock.ts'
import { VERSION_MAX_SESSION_MS, VERSION_PAUSE_MS } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import type { Room } from './room.ts'
import { TouchedFields } from './touched-fields.ts'
import { captureVersion, type VersionCapture } from './version-capture.ts'
import type { SessionPeriod, VersionStore } from './version-store.ts'

interface Session {
  startedAt: number
  lastEditAt: number
  userIds: Set<string>
  touched: TouchedFields
  cancelTimer: () => void
}

interface WritingSessionsParts {
  store: Pick<VersionStore, 'save'>
  clock: Clock
  logger: SyncLogger
}

/**
 * When people write in a document, and stop: each session leaves a version. It ends with a pause, when everyone has left,
 * or after a while, so that a day of writing leaves several.
 */
export class WritingSessions {
  readonly #parts: WritingSessionsParts
  readonly #open = new Map<Room, Session>()
  /** Rooms whose content before their first session here is a version, or is being made one. */
  readonly #begun = new WeakSet<Room>()

  constructor(parts: WritingSessionsParts) {
    this.#parts = parts
  }

  /** Before edits change a room: what a session of another life of the process left, or an import, becomes a version of its own. */
  willChange(room: Room): void {
    if (this.#begun.has(room)) return
    this.#begun.add(room)
    if (room.document.isKeptAsVersion) return
    void this.#save(captureVersion(room.document), {
      startedAt: null,
      endedAt: null,
      userIds: new Set(),
      touched: new TouchedFields(),
    })
  }

  /** After edits changed a room, in these fields. */
  changed(room: Room, edits: readonly { userId: string | null }[], fields: ReadonlySet<string>): void {
    const now = this.#parts.clock.now()
    const session = this.#open.get(room) ?? this.#begin(room, now)
    session.lastEditAt = now
    const userIds = new Set(edits.flatMap(({ userId }) => userId ?? []))
    for (const userId of userIds) session.userIds.add(userId)
    // Which of several changed which of several is seen from what they wrote, or from another edit of theirs.
    if (userIds.size > 1 && fields.size > 1) return
    for (const userId of userIds) for (const field of fields) session.touched.add(userId, field)
  }

  /** Ends the session of a room, if it has one. Resolves when its version is stored, or cannot be. */
  async end(room: Room): Promise<void> {
    const session = this.#open.get(room)
    if (!session) return
    this.forget(room)
    const { startedAt, lastEditAt, userIds, touched } = session
    await this.#save(captureVersion(room.document), {
      startedAt: new Date(startedAt),
      endedAt: new Date(lastEditAt),
      userIds,
      touched,
    })
  }

  /** Stops caring for a room that is unloaded or not to be trusted. */
  forget(room: Room): void {
    this.#open.get(room)?.cancelTimer()
    this.#open.delete(room)
  }

  #begin(room: Room, now: number): Session {
    const session: Session = {
      startedAt: now,
      lastEditAt: now,
      userIds: new Set(),
      touched: new TouchedFields(),
      cancelTimer: () => undefined,
    }
    this.#open.set(room, session)
    this.#wakeAt(room, session, now + VERSION_PAUSE_MS)
    return session
  }

  #wakeAt(room: Room, session: Session, at: number): void {
    const { clock } = this.#parts
    session.cancelTimer = clock.after(at - clock.now(), () => {
      const end = Math.min(session.lastEditAt + VERSION_PAUSE_MS, session.startedAt + VERSION_MAX_SESSION_MS)
      if (clock.now() >= end) void this.end(room)
      else this.#wakeAt(room, session, end)
    })
  }

  /** A failure is logged and harmless: the document has everything, and the next session's version too. */
  async #save(capture: VersionCapture, period: SessionPeriod): Promise<void> {
    try {
      await this.#parts.store.save(capture, period)
    } catch (err) {
      this.#parts.logger.warn({ err, documentId: capture.documentId }, 'a version was not saved')
    }
  }
}
