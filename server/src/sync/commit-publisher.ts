import type { CatchUp, CatchUpOutcome } from './catch-up.ts'
import type { FanOut } from './fan-out.ts'
import type { CommitOutcome, Edit, LossReason } from './group-commit.ts'
import type { SyncLogger } from './logger.ts'
import { measures } from './measures.ts'
import type { MissingUpdates } from './missing-updates.ts'
import type { Projection } from './projection.ts'
import type { RoomRegistry } from './room-registry.ts'
import type { Room } from './room.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import type { WritingSessions } from './writing-sessions.ts'

interface CommitPublisherParts {
  registry: RoomRegistry
  projection: Projection
  snapshots: SnapshotStore
  sessions: WritingSessions
  catchUp: () => CatchUp
  /** Null when there is no other process to tell. */
  fanOut: () => FanOut | null
  logger: SyncLogger
}

const BY_OTHERS: ReadonlySet<unknown> = new Set()

/**
 * What follows a commit, or the reading of what others committed: the room changes, everyone sees it, the senders are
 * told, the projection is due.
 */
export class CommitPublisher implements CommitOutcome, CatchUpOutcome {
  readonly #parts: CommitPublisherParts

  constructor(parts: CommitPublisherParts) {
    this.#parts = parts
  }

  committed(room: Room, edits: readonly Edit[], seq: bigint): void {
    const { registry, projection, snapshots, sessions } = this.#parts
    sessions.willChange(room)
    const updates = edits.map((edit) => edit.update)
    const { merged, fields } = room.document.apply(updates, seq)
    const sources = new Set(edits.map((edit) => edit.source))
    if (merged) room.publish(merged, sources)
    for (const edit of edits) edit.onDurable()
    for (const source of sources) source.afterCommit()
    this.#parts.fanOut()?.committed(room, edits, seq)
    if (registry.roomOf(room.document.documentId) !== room) return this.#tellSuccessor(room, seq)
    projection.markDirty(room, fields)
    sessions.changed(room, edits, fields)
    this.#follow(room)
    if (snapshots.isDue(room.document)) void snapshots.save(room.document)
  }

  caughtUp(room: Room, missing: MissingUpdates): void {
    const { merged, fields } = room.document.catchUp(missing)
    if (merged) room.publish(merged, BY_OTHERS)
    this.#parts.projection.markDirty(room, fields)
    this.#follow(room)
  }

  /** What comes next in the log may be here already, or still be missing. */
  #follow(room: Room): void {
    const fanOut = this.#parts.fanOut()
    fanOut?.advanced(room)
    if (!room.document.isBehind) return
    if (fanOut) fanOut.behind(room)
    else this.#parts.catchUp().start(room)
  }

  gone(room: Room, reason: LossReason): void {
    const { documentId } = room.document
    this.#parts.logger.warn({ documentId, reason }, 'a document is not what was loaded of it')
    this.#giveUp(room, reason)
  }

  /** The room has promised edits that will never be: whoever looks at it starts again from what is stored. */
  lost(room: Room, edits: readonly Edit[], reason: LossReason): void {
    const { logger } = this.#parts
    logger.error({ documentId: room.document.documentId, edits: edits.length, reason }, 'edits could not be kept')
    measures.lost.publish({ edits: edits.length, reason })
    for (const edit of edits) edit.onLost(reason)
    this.#giveUp(room, reason)
  }

  #giveUp(room: Room, reason: LossReason): void {
    const { registry, projection, sessions } = this.#parts
    registry.forget(room)
    projection.forget(room)
    sessions.forget(room)
    room.closeAll(reason === 'gone' ? 'notFound' : 'unavailable')
  }

  /** A room that was given up had edits on their way: the one loaded in its place hears of them. */
  #tellSuccessor({ document: { documentId } }: Room, seq: bigint): void {
    const successor = this.#parts.registry.roomOf(documentId)
    if (!successor) return
    successor.document.hear(seq)
    this.#parts.catchUp().start(successor)
  }
}
