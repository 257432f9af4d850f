import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { GroupCommit } from './group-commit.ts'
import { MAX_FLUSH_BYTES } from './limits.ts'
import { Room } from './room.ts'
import { RoomDocument } from './room-document.ts'
import type { AppendGroup, UpdateLog } from './storage.ts'
import { ManualClock } from './testing/manual-clock.ts'
import { silentLogger } from './testing/test-engine.ts'

function newRoom(clock: ManualClock): Room {
  const loaded = {
    documentId: randomUUID(),
    epoch: randomUUID(),
    doc: new Y.Doc(),
    seq: 0n,
    projectedSeq: 0n,
    logUpdates: 0,
    logBytes: 0,
    stateBytes: 0,
    owners: new Map<number, string | null>(),
  }
  return new Room({ document: new RoomDocument({ loaded, ref: { kind: 'fiche', uuid: randomUUID() }, clock }), clock })
}

/** A group commit before a log that writes nothing: each flush is told by the sizes of its updates, in their order. */
function setUp() {
  const clock = new ManualClock()
  const flushes: number[][] = []
  const durable: number[] = []
  const log: UpdateLog = {
    append: (groups: readonly AppendGroup[]) => {
      flushes.push(groups.flatMap(({ entries }) => entries.map(({ update }) => update.length)))
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
  return { commit, add, flushes, durable, rooms: [newRoom(clock), newRoom(clock)] as const }
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
