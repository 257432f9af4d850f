import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DocumentRef } from '@pupitre/document'
import type { PeerLink } from '../bus/peer-link.ts'
import type { LiveText } from '../domain/live-text.ts'
import type { Viewer } from '../domain/viewer.ts'
import { applyServerEdit } from './apply-edit.ts'
import { systemClock } from './clock.ts'
import { createDocuments } from './create-documents.ts'
import { editBetween } from './edit-between.ts'
import type { ReloadViewer } from './judge-again.ts'
import type { Authorise } from './judgement.ts'
import { CLOSE_DATABASE_MS } from './limits.ts'
import { lockDocuments } from './locked-documents.ts'
import type { OnPassages } from './passages.ts'
import type { OnTitres } from './projection.ts'
import type { SyncLogger } from './logger.ts'
import type { StreamChannel } from '../streams/stream-channel.ts'
import type { Room } from './room.ts'
import { SocketServer } from './socket-server.ts'
import { quotePassage } from './quote-passage.ts'
import { readDocuments } from './read-documents.ts'
import { findDocuments, openPool } from './sync-database.ts'
import { SyncEngine, type SyncHealth } from './sync-engine.ts'
import { PostgresUpdateLog } from './update-log.ts'

export type { SyncHealth }

export interface SyncServerOptions {
  database: { connectionString: string }
  /** Asked at every connection, before anything is read or sent. */
  authorise: Authorise
  logger: SyncLogger
  /** The way to the other processes; left out when there are none. */
  link?: PeerLink | undefined
  /** A viewer as they are now, from their session; null when it has ended. Left out: as they came. */
  reloadViewer?: ReloadViewer | undefined
  /** Told of the fiches whose titre has just been written where lists read it. Must not throw. */
  onTitres?: OnTitres
  /** Told of the fiches or plans of which passages are elsewhere, lost or found. Must not throw. */
  onPassages?: OnPassages
}

/** Who is at the door: the http layer has resolved the session or the ticket. */
export interface Arrival {
  /** null: no session and no valid ticket; the socket is closed with 4401. */
  viewer: Viewer | null
  ref: DocumentRef
  /** The request's query: `ack`, `epoch`. */
  query: URLSearchParams
}

export interface SyncServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, arrival: Arrival): void
  /** The same, where websockets are blocked. */
  handleStream(channel: StreamChannel, arrival: Arrival): void
  liveText: LiveText
  /** Writes the projection of these documents as of now; resolves when it is committed. */
  flushProjection(documents: readonly DocumentRef[]): Promise<void>
  /** Closes the sockets of these users and of these documents with 4205: they come back and are judged again. */
  recheckViewers(scope: { userIds?: readonly string[]; documents?: readonly DocumentRef[] }): void
  /** Judges all open sockets as if they came now, and closes with 4205 those whose rights are others. Never rejects. */
  judgeAgain(): Promise<void>
  health(): SyncHealth
  /** Takes no more, flushes what waits, closes every socket with 1012. A few seconds at most, whatever the database does. */
  close(): Promise<void>
}

/** Starts the sync server of this process. Projections that a crash left behind are caught up in the background. */
export function createSyncServer(options: SyncServerOptions): SyncServer {
  const { database, logger, ...parts } = options
  const { connectionString } = database
  const pool = openPool({ connectionString, logger })
  const log = new PostgresUpdateLog({ connectionString, logger })
  const engine = new SyncEngine({ ...parts, pool, log, clock: systemClock, logger })
  const sockets = new SocketServer({ clock: systemClock })
  engine.catchUpProjections()

  const inRoom = async <Result>(
    document: DocumentRef,
    act: (room: Room) => Result | Promise<Result>,
  ): Promise<Result> => {
    const [known] = await findDocuments(pool, [document])
    const lease = known && (await engine.registry.enter(known))
    if (!lease) throw new Error(`no document ${document.kind}/${document.uuid}`)
    try {
      return await act(lease.room)
    } finally {
      lease.release()
    }
  }
  const editDocument = (
    document: DocumentRef,
    edit: Pick<Parameters<typeof applyServerEdit>[0], 'field' | 'edit' | 'actor'>,
  ): Promise<void> => inRoom(document, (room) => applyServerEdit({ room, commit: engine.commit, ...edit }))

  return {
    handleUpgrade(request, socket, head, arrival) {
      sockets.accept({ request, socket, head }, (transport) => engine.connect(transport, arrival))
    },
    handleStream(channel, arrival) {
      sockets.acceptStream(channel, (transport) => engine.connect(transport, arrival))
    },
    liveText: {
      create: createDocuments,
      lock: (input) => lockDocuments(input),
      follow: (written) => engine.following.follow(written),
      quote: ({ document, ...passage }) => inRoom(document, (room) => quotePassage(room.document, passage)),
      read: (documents) => readDocuments(pool, documents),
      apply: ({ document, field, delta, actor }) => editDocument(document, { field, edit: () => delta, actor }),
      rewrite: ({ document, field, content, actor }) =>
        editDocument(document, { field, edit: (current) => editBetween(current, content), actor }),
    },
    flushProjection: (documents) => engine.projections.flush(documents),
    recheckViewers: (scope) => engine.recheckViewers(scope),
    judgeAgain: () => engine.judging.run(),
    health: () => engine.health(),
    async close() {
      await engine.stop()
      sockets.stop()
      // A database that does not answer must not hold the process: what waits for it is in the browsers.
      const closed = Promise.all([log.close(), pool.end()]).catch((err: unknown) =>
        logger.warn({ err }, 'the database was not left in order'),
      )
      await Promise.race([closed, new Promise<void>((resolve) => systemClock.after(CLOSE_DATABASE_MS, resolve))])
    },
  }
}
