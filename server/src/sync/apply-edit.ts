import { isFieldOf, type TextDelta, type TextEdit } from '@pupitre/document'
import * as Y from 'yjs'
import type { Actor } from '../domain/live-text.ts'
import type { Edit, GroupCommit, LossReason } from './group-commit.ts'
import type { Room } from './room.ts'

/** An edit made by the server itself could not be kept. */
export class EditLostError extends Error {
  override name = 'EditLostError'
  readonly reason: LossReason | 'full'

  constructor(reason: LossReason | 'full') {
    super(`a server edit was not kept: ${reason}`)
    this.reason = reason
  }
}

/** No struct, no deletion. */
const EMPTY_UPDATE = new Uint8Array([0, 0])

interface ServerEdit {
  room: Room
  commit: GroupCommit
  field: string
  /** Given what the field says when it is edited, with all that is queued. */
  edit: (current: TextDelta) => TextEdit
  actor: Actor
}

/**
 * Edits a field on behalf of the server. The edit is written on a copy of the document, then goes the way of everyone's
 * edits: queued, durable, applied, sent. Resolves when it is durable.
 * @throws EditLostError when it could not be kept
 * @throws RangeError on a field that this kind of document does not have
 */
export async function applyServerEdit({ room, commit, field, edit, actor }: ServerEdit): Promise<void> {
  const { kind } = room.document.ref
  if (!isFieldOf(kind, field)) throw new RangeError(`a document of kind ${kind} has no field ${field}`)
  const update = writeOnCopy({ room, queued: commit.queuedFor(room), field, edit, actor })
  if (commit.isFullFor(update.length)) throw new EditLostError('full')
  const admission = room.document.admit({ update, userId: actor.userId, access: 'write' })
  if (admission.verdict === 'known') return
  if (admission.verdict !== 'store') throw new Error(`the server's own edit was judged ${admission.verdict}`)
  await new Promise<void>((resolve, reject) => {
    const queued: Edit = {
      room,
      update,
      userId: actor.userId,
      clientOwner: actor.userId,
      newClients: admission.newClients,
      writings: admission.writings,
      source: { afterCommit: () => undefined },
      onDurable: resolve,
      onLost: (reason) => reject(new EditLostError(reason)),
    }
    commit.add(queued)
  })
}

interface CopyEdit {
  room: Room
  /** Updates of this room which are not applied yet, in order: the edit stands on them. */
  queued: readonly Uint8Array[]
  field: string
  edit: (current: TextDelta) => TextEdit
  actor: Actor
}

function writeOnCopy({ room, queued, field, edit, actor }: CopyEdit): Uint8Array {
  const copy = new Y.Doc()
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.document.doc))
    for (const update of queued) Y.applyUpdate(copy, update)
    const text = copy.getText(field)
    copy.clientID = room.document.serverClientFor(actor.userId)
    const written: Uint8Array[] = []
    copy.on('update', (update) => written.push(update))
    const delta = edit(text.toDelta())
    if (delta.length > 0) text.applyDelta(delta)
    return written[0] ?? EMPTY_UPDATE
  } finally {
    copy.destroy()
  }
}
