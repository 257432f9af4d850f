import type { CommitOutcome, Edit, LossReason } from './group-commit.ts'
import type { SyncLogger } from './logger.ts'
import type { Projection } from './projection.ts'
import type { RoomRegistry } from './room-registry.ts'
import type { Room } from './room.ts'
import type { SnapshotStore } from './snapshot-store.ts'

interface CommitPublisherParts {
  registry: RoomRegistry
  projection: Projection
  snapshots: SnapshotStore
  logger: SyncLogger
}

/** What follows a commit: the room changes, everyone sees it, the senders are told, the projection is due. */
export class CommitPublisher implements CommitOutcome {
  readonly #parts: CommitPublisherParts

  constructor(parts: CommitPublisherParts) {
    this.#parts = parts
  }

  committed(room: Room, edits: readonly Edit[], seq: bigint): void {
    const { projection, snapshots } = this.#parts
    const updates = edits.map((edit) => edit.update)
    const { merged, fields } = room.document.apply(updates, seq)
    const sources = new Set(edits.map((edit) => edit.source))
    if (merged) room.publish(merged, sources)
    for (const edit of edits) edit.onDurable()
    for (const source of sources) source.afterCommit()
    projection.markDirty(room, fields)
    if (snapshots.isDue(room.document)) void snapshots.save(room.document)
  }

  /** The room has promised edits that will never be: whoever looks at it starts again from what is stored. */
  lost(room: Room, edits: readonly Edit[], reason: LossReason): void {
    const { registry, projection, logger } = this.#parts
    logger.error({ documentId: room.document.documentId, edits: edits.length, reason }, 'edits could not be kept')
    for (const edit of edits) edit.onLost(reason)
    registry.forget(room)
    projection.forget(room)
    room.closeAll(reason === 'gone' ? 'notFound' : 'unavailable')
  }
}
