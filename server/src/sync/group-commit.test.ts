import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DocumentContent } from './document-content.ts'
import { GroupCommit } from './group-commit.ts'
import { FLUSH_RETRY_MAX_MS, FLUSH_RETRY_MIN_MS, MAX_FLUSH_BYTES } from './limits.ts'
import { Room } from './room.ts'
import { RoomDocument } from './room-document.ts'
import { StorageError, type AppendGroup, type AppendOptions, type StorageTrouble, type UpdateLog } from './storage.ts'
import { settled } from './testing/gated-log.ts'
import { ManualClock } from './testing/manual-clock.ts'
import { silentLogger } from './testing/test-engine.ts'

function newRoom(clock: ManualClock): Room {
  const loaded = {
    documentId: randomUUID(),
    epoch: randomUUID(),
    content: DocumentContent.decoded({ state: null, updates: [] }),
    doc: new Y.Doc(),
    seq: 0n,
    projectedSeq: 0n,
    versionSeq: null,
    logUpdates: 0,
    logBytes: 0,
    stateBytes: 0,
    owners: new Map<number, string | null>(),
  }
  return new Room({ document: new RoomDocument({ loaded, ref: { kind: 'fiche', uuid: randomUUID() }, clock }), clock })
}

/** A group commit before a log that writes nothing, and fails for some rooms: each flush is told by the sizes of its updates, in their order. */
function setUp() {
  const clock = new ManualClock()
  const flushes: number[][] = []
  const durable: number[] = []
  const failing = new Map<Room, StorageTrouble>()
  const waits: boolean[] = []
  const log: UpdateLog = {
    append: (groups: readonly AppendGroup[], options?: AppendOptions) => {
      flushes.push(groups.flatMap(({ entries }) => entries.map(({ update }) => update.length)))
      waits.push(options?.waitsForRows ?? true)
      for (const [room, trouble] of failing) {
        const isThere = groups.some(({ documentId }) => documentId === room.document.documentId)
        if (isThere) return Promise.reject(new StorageError(trouble, 'on purpose'))
      }
      return Promise.resolve(new Map(groups.map(({ documentId }) => [documentId, 1n])))
    },
    close: () => Promise.resolve(),
  }
  const outcome = {
    committed: (_room: Room, edits: readonly { update: Uint8Array }[]) =>
      void durable.push(...edits.map(({ update }) => update.length)),
    lost: () => undefined,
  }
  const commit = new GroupCommit({ log, clock, logger: silentLogger, outcome })
  const add = (room: Room, bytes: number) =>
    commit.add({
      room,
      update: new Uint8Array(bytes),
      userId: null,
      newClients: [],
      clientOwner: null,
      writings: [],
      source: { afterCommit: () => undefined },
      onDurable: () => undefined,
      onLost: () => undefined,
    })
  const rooms = [newRoom(clock), newRoom(clock)] as const
  return { commit, add, clock, flushes, waits, durable, failing, rooms }
}

test('[S25] one flush takes MAX_FLUSH_BYTES of all documents', async () => {
  const { commit, add, flushes, rooms } = setUp()
  add(rooms[0], MAX_FLUSH_BYTES - 1)
  add(rooms[1], 1)
  await commit.idle()
  expect(flushes).toEqual([[MAX_FLUSH_BYTES - 1, 1]])
})

test('[S25] not one byte more: what stays goes with the next flush, in its order', async () => {
  const { commit, add, flushes, durable, rooms } = setUp()
  add(rooms[0], MAX_FLUSH_BYTES - 1)
  add(rooms[0], 2)
  // Small enough for the first flush, but behind the other.
  add(rooms[0], 1)
  await commit.idle()
  expect(flushes).toEqual([[MAX_FLUSH_BYTES - 1], [2, 1]])
  expect(durable).toEqual([MAX_FLUSH_BYTES - 1, 2, 1])
})

test('[S25] an update that is larger by itself goes alone', async () => {
  const { commit, add, flushes, rooms } = setUp()
  add(rooms[0], MAX_FLUSH_BYTES + 1)
  add(rooms[1], 1)
  await commit.idle()
  expect(flushes).toEqual([[MAX_FLUSH_BYTES + 1], [1]])
  expect(commit.waitingBytes).toBe(0)
})

test.each(['busy', 'failed'] as const)(
  '[S30] a document that is %s waits, keeps its order, and the others do not wait for it',
  async (trouble) => {
    const { commit, add, clock, flushes, durable, failing, rooms } = setUp()
    failing.set(rooms[0], trouble)
    add(rooms[0], 1)
    add(rooms[1], 2)
    await settled()
    await settled()
    expect(durable).toEqual([2])
    add(rooms[0], 3)
    add(rooms[1], 4)
    await settled()
    expect(durable).toEqual([2, 4])
    failing.clear()
    clock.advance(FLUSH_RETRY_MIN_MS)
    await commit.idle()
    expect(durable).toEqual([2, 4, 1, 3])
    expect(flushes.at(-1)).toEqual([1, 3])
  },
)

test('[S80] a document in trouble is tried again less and less often, and its row is not waited for', async () => {
  const { add, clock, waits, failing, rooms } = setUp()
  failing.set(rooms[0], 'busy')
  add(rooms[0], 1)
  await settled()
  expect(waits).toEqual([true])
  const triedAfterMs: number[] = []
  for (let waitedMs = 0; triedAfterMs.length < 7; waitedMs += FLUSH_RETRY_MIN_MS) {
    const tries = waits.length
    clock.advance(FLUSH_RETRY_MIN_MS)
    await settled()
    if (waits.length === tries) continue
    triedAfterMs.push(waitedMs + FLUSH_RETRY_MIN_MS)
    waitedMs = -FLUSH_RETRY_MIN_MS
  }
  expect(triedAfterMs).toEqual([100, 200, 400, 800, 1_600, FLUSH_RETRY_MAX_MS, FLUSH_RETRY_MAX_MS])
  expect(waits).toEqual([true, false, false, false, false, false, false, false])
  failing.clear()
  clock.advance(FLUSH_RETRY_MAX_MS)
  await settled()
  add(rooms[0], 1)
  await settled()
  expect(waits.slice(-2)).toEqual([false, true])
})
