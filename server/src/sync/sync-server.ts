import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DocumentRef } from '@pupitre/document'
import type { LiveText } from '../domain/live-text.ts'
import type { Viewer } from '../domain/viewer.ts'

/** What a viewer may do with a document; null when they may not read it, or it does not exist. */
export interface Judgement {
  documentId: string
  epoch: string
  access: 'read' | 'write'
}

export interface SyncLogger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface SyncServerOptions {
  database: { connectionString: string }
  /** The domain's judgement: asked at every connection, before anything is read or sent. */
  authorise: (question: { viewer: Viewer; ref: DocumentRef }) => Promise<Judgement | null>
  logger: SyncLogger
}

/** Who is at the door: the http layer has resolved the session or the ticket. */
export interface Arrival {
  /** null: no session and no valid ticket; the socket is closed with 4401. */
  viewer: Viewer | null
  ref: DocumentRef
  /** The request's query: `ack`, `epoch`. */
  query: URLSearchParams
}

export interface SyncHealth {
  /** `away` while PostgreSQL cannot be written: edits wait in memory. */
  storage: 'reachable' | 'away'
  rooms: number
  connections: number
  /** Edits received and not yet durable. */
  waitingEdits: number
  waitingBytes: number
}

export interface SyncServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, arrival: Arrival): void
  liveText: LiveText
  /** Writes the projection of these documents as of now; resolves when it is committed. */
  flushProjection(documents: readonly DocumentRef[]): Promise<void>
  /** Closes the sockets of these users (everywhere, or on one document) with 4205: they reconnect and are judged again. */
  recheckViewers(scope: { userIds?: readonly string[]; documents?: readonly DocumentRef[] }): void
  health(): SyncHealth
  /** Accepts no more, flushes what waits, closes every socket with 1012. */
  close(): Promise<void>
}

/** Starts the sync server of this process. Resolves once its database connection is checked. */
export declare function createSyncServer(options: SyncServerOptions): Promise<SyncServer>
