import type { DocumentRef } from '@pupitre/document'
import { FICHE_FIELDS, PLAN_FIELDS, spreadReason } from '@pupitre/document'
import type pg from 'pg'
import type { PeerLink } from '../bus/peer-link.ts'
import type { Viewer } from '../domain/viewer.ts'
import { CatchUp, type ReadMissing } from './catch-up.ts'
import type { Clock } from './clock.ts'
import { CommitPublisher } from './commit-publisher.ts'
import { Connection } from './connection.ts'
import { ConnectionCensus } from './connection-census.ts'
import { loadDocument, type LoadedDocument } from './document-loader.ts'
import { FanOut } from './fan-out.ts'
import { FollowWriting } from './follow-writing.ts'
import { GroupCommit } from './group-commit.ts'
import { JudgeAgain, type ReloadViewer } from './judge-again.ts'
import type { Authorise } from './judgement.ts'
import { RETURN_SPREAD_PER_CONNECTION_MS, SNAPSHOT_AT_UNLOAD_UPDATES, STOP_MS } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import { measuredLog } from './measured-log.ts'
import { type MissingUpdates, readMissing } from './missing-updates.ts'
import type { Transport } from './outbox.ts'
import type { OnPassages } from './passages.ts'
import { type OnTitres, Projection } from './projection.ts'
import { ProjectionKeeper } from './projection-keeper.ts'
import { fieldsOf } from './quiet-text.ts'
import { RoomPoll } from './room-poll.ts'
import { RoomRegistry } from './room-registry.ts'
import { RoomWatch } from './room-watch.ts'
import type { Room } from './room.ts'
import { SnapshotStore } from './snapshot-store.ts'
import type { UpdateLog } from './storage.ts'
import { VersionStore } from './version-store.ts'
import { WritingSessions } from './writing-sessions.ts'

export interface SyncHealth {
  /** `away` while PostgreSQL cannot be written: edits wait in memory. */
  storage: 'reachable' | 'away'
  rooms: number
  connections: number
  /** Edits received and not yet durable. */
  waitingEdits: number
  waitingBytes: number
  /** Rooms that lack updates of other processes which are known to exist. */
  roomsBehind: number
  /** Whether other processes can be heard; `none` when this one is alone. */
  link: 'none' | 'reachable' | 'away'
  /** For how long they cannot be. */
  linkAwayMs: number
}

interface SyncEngineParts {
  pool: pg.Pool
  log: UpdateLog
  authorise: Authorise
  clock: Clock
  logger: SyncLogger
  onTitres?: OnTitres | undefined
  onPassages?: OnPassages | undefined
  /** The way to the other processes; left out when there are none. */
  link?: PeerLink | undefined
  /** Whoever is let in is asked for again when rights may have changed unheard. Left out: they are as they were. */
  reloadViewer?: ReloadViewer | undefined
  /** Reads what other processes appended; from the database unless a test puts a gate before it. */
  readMissing?: ReadMissing
}

/** The sync server without its sockets: what tests drive with a transport and a log of their own. */
export class SyncEngine {
  readonly registry: RoomRegistry
  readonly commit: GroupCommit
  readonly projections: ProjectionKeeper
  readonly snapshots: SnapshotStore
  readonly catchUp: CatchUp
  readonly poll: RoomPoll
  readonly judging: JudgeAgain
  readonly following: FollowWriting
  readonly #parts: SyncEngineParts
  readonly #projection: Projection
  readonly #fanOut: FanOut | null
  readonly #watch: RoomWatch | null
  readonly #sessions: WritingSessions
  readonly #connections = new ConnectionCensus()
  #isStopping = false

  constructor(parts: SyncEngineParts) {
    const { pool, log, clock, logger, link, onTitres, onPassages } = parts
    this.#parts = parts
    this.judging = new JudgeAgain({
      connections: () => this.#connections,
      reload: parts.reloadViewer ?? ((viewer) => Promise.resolve(viewer)),
      authorise: parts.authorise,
      logger,
    })
    this.#projection = new Projection({ pool, clock, logger, onTitres, onPassages })
    this.snapshots = new SnapshotStore({ pool, logger })
    const store = new VersionStore({ pool, now: () => clock.now() })
    this.#sessions = new WritingSessions({ store, clock, logger })
    this.registry = new RoomRegistry({
      clock,
      load: (documentId) => loadDocument(pool, documentId, { isServed: true }),
      onLoaded: (room, loaded) => this.#markUnprojected(room, loaded),
      onOpen: (room) => this.#fanOut?.loaded(room),
      onClosed: (room) => this.#fanOut?.unloaded(room),
      onPresence: (room, entry) => this.#fanOut?.presence.tell(room, entry),
      reach: (room, seq) => this.catchUp.reach(room, seq),
      onRestored: (room) => outcome.gone(room, 'restored'),
      onIdle: (room) => this.#settle(room),
    })
    const outcome = new CommitPublisher({
      registry: this.registry,
      projection: this.#projection,
      snapshots: this.snapshots,
      sessions: this.#sessions,
      catchUp: () => this.catchUp,
      fanOut: () => this.#fanOut,
      logger,
    })
    this.catchUp = new CatchUp({
      read: parts.readMissing ?? (({ document }) => readMissing(pool, document)),
      isLoaded: (room) => this.registry.roomOf(room.document.documentId) === room,
      clock,
      logger,
      outcome,
    })
    const { registry, catchUp } = this
    this.poll = new RoomPoll({ pool, registry, catchUp })
    const onUpdates = (room: Room, updates: MissingUpdates) => outcome.caughtUp(room, updates)
    this.#fanOut = link ? new FanOut({ link, clock, registry, catchUp, onUpdates }) : null
    this.#watch =
      link && this.#fanOut
        ? new RoomWatch({ link, poll: this.poll, presence: this.#fanOut.presence, registry, clock, logger })
        : null
    this.following = new FollowWriting({
      pool,
      registry: this.registry,
      sessions: this.#sessions,
      catchUp: this.catchUp,
      fanOut: this.#fanOut,
      logger,
    })
    this.commit = new GroupCommit({ log: measuredLog(log), clock, logger, outcome })
    this.projections = new ProjectionKeeper({
      pool,
      registry: this.registry,
      projection: this.#projection,
      logger,
    })
  }

  /** Takes a new websocket; `open` on what is returned lets it in. */
  connect(
    transport: Transport,
    arrival: { viewer: Viewer | null; ref: DocumentRef; query: URLSearchParams },
  ): Connection {
    const { authorise, clock, logger } = this.#parts
    const { registry, commit } = this
    const onEnd = (ended: Connection) => this.#connections.remove(ended)
    const connection = new Connection({ ...arrival, transport, authorise, registry, commit, clock, logger, onEnd })
    const refusal = this.#connections.add(connection)
    if (this.#isStopping) connection.close('restarting')
    else if (refusal) connection.close(refusal)
    return connection
  }

  /** Projects in the background what a process that died had not. */
  catchUpProjections(): void {
    const { logger } = this.#parts
    this.projections.catchUp().then(
      (documents) => documents > 0 && logger.info({ documents }, 'projections caught up'),
      (err: unknown) => logger.warn({ err }, 'projections could not be caught up'),
    )
  }

  recheckViewers({
    userIds = [],
    documents = [],
  }: {
    userIds?: readonly string[]
    documents?: readonly DocumentRef[]
  }): void {
    for (const connection of this.#connections.of({ userIds, documents })) connection.close('rightsChanged')
  }

  health(): SyncHealth {
    return {
      storage: this.commit.isStorageAway ? 'away' : 'reachable',
      rooms: this.registry.size,
      connections: this.#connections.size,
      waitingEdits: this.commit.waitingEdits,
      waitingBytes: this.commit.waitingBytes,
      roomsBehind: this.registry.rooms().filter((room) => room.document.isBehind).length,
      link: this.#linkHealth(),
      linkAwayMs: this.#parts.link?.unheardMs ?? 0,
    }
  }

  #linkHealth(): SyncHealth['link'] {
    const { link } = this.#parts
    if (!link) return 'none'
    return link.isReachable ? 'reachable' : 'away'
  }

  /** Takes no more, flushes, answers, closes with 1012. What the database did not take in time stays in the browsers. */
  async stop(): Promise<void> {
    this.#isStopping = true
    this.#watch?.stop()
    const timeout = new Promise<void>((resolve) => this.#parts.clock.after(STOP_MS, resolve))
    for (const connection of this.#connections) connection.stop()
    await this.#orTimeout(this.commit.idle(), timeout)
    // Who comes back at once would find a server that does nothing else.
    const spread = spreadReason(this.#connections.size * RETURN_SPREAD_PER_CONNECTION_MS)
    for (const connection of this.#connections) connection.close('restarting', spread)
    await this.#orTimeout(this.#projection.flush(), timeout)
    await this.#orTimeout(this.#projection.close(), timeout)
    // The next process opens them faster: who was here comes back at once.
    await this.#orTimeout(Promise.all(this.registry.rooms().map((room) => this.#shorten(room))), timeout)
  }

  #orTimeout(task: Promise<unknown>, timeout: Promise<void>): Promise<unknown> {
    const { logger } = this.#parts
    const done = task.catch((err: unknown) => logger.warn({ err }, 'not everything was written before the stop'))
    return Promise.race([done, timeout])
  }

  #markUnprojected(room: Room, loaded: LoadedDocument): void {
    if (loaded.projectedSeq >= loaded.seq) return
    const fields = room.document.ref.kind === 'fiche' ? FICHE_FIELDS : PLAN_FIELDS
    this.#projection.markDirty(room, new Set([...fields, ...fieldsOf(loaded.doc)]))
  }

  async #settle(room: Room): Promise<boolean> {
    if (room.document.waitsForCommit) return false
    try {
      await this.#projection.flush([room])
    } catch {
      return false
    }
    await this.#sessions.end(room)
    await this.#shorten(room)
    return true
  }

  /** Leaves a snapshot in place of a log that would take long to read again. */
  async #shorten({ document }: Room): Promise<void> {
    if (document.logUpdates >= SNAPSHOT_AT_UNLOAD_UPDATES) await this.snapshots.save(document)
  }
}
