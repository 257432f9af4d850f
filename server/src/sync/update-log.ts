import pg from 'pg'
import { z } from 'zod'
import {
  APPEND,
  appendParameters,
  CLAIM_CLIENTS,
  claimParameters,
  LOCK_DOCUMENTS,
  NOTE_WRITINGS,
  STILL_THERE,
  writingParameters,
} from './append-statement.ts'
import { CONNECT_TIMEOUT_MS, IDLE_TRANSACTION_MS, ROW_LOCK_TIMEOUT_MS, STATEMENT_TIMEOUT_MS } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import {
  StorageError,
  type AppendEntry,
  type Appended,
  type AppendGroup,
  type AppendOptions,
  type StorageTrouble,
  type UpdateLog,
} from './storage.ts'

const documentRows = z.array(z.object({ id: z.string() }))
const appendedRows = z.array(z.object({ id: z.string(), seq: z.coerce.bigint() }))

/** What must be `on` for a commit to be on the disk when it is answered. */
const DURABILITY_SETTINGS = ['fsync', 'synchronous_commit', 'full_page_writes'] as const

class ClientIdTakenError extends Error {
  override name = 'ClientIdTakenError'
}

/** The log in PostgreSQL, on a connection of its own which it opens again when it is lost. */
export class PostgresUpdateLog implements UpdateLog {
  readonly #connectionString: string
  readonly #logger: SyncLogger
  #client: pg.Client | null = null

  constructor({ connectionString, logger }: { connectionString: string; logger: SyncLogger }) {
    this.#connectionString = connectionString
    this.#logger = logger
  }

  async append(
    groups: readonly AppendGroup[],
    { waitsForRows = true }: AppendOptions = {},
  ): Promise<Map<string, Appended>> {
    try {
      const client = (this.#client ??= await this.#connect())
      const work = { client, groups, rows: waitsForRows ? 'awaited' : 'free' } as const
      const isPlain = groups.every(({ entries }) => entries.every(isPlainEntry))
      const rows = isPlain ? await append(work) : await claimAndAppend(work)
      const appended = new Map<string, Appended>(rows.map((row) => [row.id, row.seq]))
      if (appended.size < groups.length) for (const id of await restoredOf(work, appended)) appended.set(id, 'restored')
      return appended
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble === 'away') this.#drop()
      throw new StorageError(trouble, error)
    }
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = null
    await client?.end()
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#connectionString,
      application_name: 'pupitre-log',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: ROW_LOCK_TIMEOUT_MS,
      // A process that stops in the middle of a flush must not hold its documents' rows from the others.
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
      // A database that answers nothing at all, not even its own timeouts.
      query_timeout: STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS,
      keepAlive: true,
    })
    // A connection lost between two flushes shows here; one lost within a flush rejects it as well.
    client.on('error', () => {
      if (this.#client === client) this.#drop()
    })
    await client.connect()
    await client.query('SET synchronous_commit = on')
    await this.#warnUnlessDurable(client)
    return client
  }

  async #warnUnlessDurable(client: pg.Client): Promise<void> {
    const settings = await readDurabilitySettings(client)
    const off = DURABILITY_SETTINGS.filter((name) => settings[name] !== 'on')
    if (off.length > 0)
      this.#logger.warn({ off }, 'this PostgreSQL may lose committed edits when its machine stops: settings are off')
  }

  #drop(): void {
    const client = this.#client
    this.#client = null
    client?.end().catch(() => undefined)
  }
}

/** The settings on which "durable" stands, as this connection sees them. */
export async function readDurabilitySettings(
  client: pg.Client,
): Promise<Record<(typeof DURABILITY_SETTINGS)[number], string>> {
  const setting = async (name: string) =>
    z.array(z.record(z.string(), z.string())).parse((await client.query(`SHOW ${name}`)).rows)[0]?.[name] ?? ''
  return {
    fsync: await setting('fsync'),
    synchronous_commit: await setting('synchronous_commit'),
    full_page_writes: await setting('full_page_writes'),
  }
}

interface Work {
  client: pg.Client
  groups: readonly AppendGroup[]
  /** Whether to wait for the documents' rows, or to take them only if they are free. */
  rows: 'awaited' | 'free'
}

async function append({ client, groups, rows }: Work) {
  const statement = { name: `append-${rows}`, text: APPEND[rows], values: appendParameters(groups) }
  return appendedRows.parse((await client.query(statement)).rows)
}

function isPlainEntry({ newClients, writings }: AppendEntry): boolean {
  return newClients.length === 0 && writings.length === 0
}

/** Documents that took nothing although they exist. */
async function restoredOf({ client, groups }: Work, appended: ReadonlyMap<string, Appended>): Promise<string[]> {
  const missing = groups.map(({ documentId }) => documentId).filter((id) => !appended.has(id))
  const { rows } = await client.query({ name: 'still-there', text: STILL_THERE, values: [missing] })
  return documentRows.parse(rows).map(({ id }) => id)
}

/**
 * The first edit of a new Yjs client, or of one that has not written for a while: its owner, when it writes and its update
 * are stored together or not at all.
 */
async function claimAndAppend(work: Work) {
  const { client, groups, rows } = work
  await client.query('BEGIN')
  try {
    const documentIds = groups.map((group) => group.documentId)
    const lock = {
      name: `lock-${rows}`,
      text: LOCK_DOCUMENTS[rows],
      values: [documentIds, groups.map((group) => group.epoch)],
    }
    const present = new Set(documentRows.parse((await client.query(lock)).rows).map(({ id }) => id))
    const living = groups.filter(({ documentId }) => present.has(documentId))
    const claims = claimParameters(living)
    const claimed = await client.query({ name: 'claim', text: CLAIM_CLIENTS, values: claims })
    if (claimed.rowCount !== claims[0].length) throw new ClientIdTakenError('a Yjs client id belongs to another user')
    await client.query({ name: 'note', text: NOTE_WRITINGS, values: writingParameters(living) })
    const appended = await append(work)
    await client.query('COMMIT')
    return appended
  } catch (error) {
    if (troubleOf(error) !== 'away') await client.query('ROLLBACK')
    throw error
  }
}

/** 55P03 lock not available, 40P01 deadlock, 40001 serialization */
const BUSY = new Set(['55P03', '40P01', '40001'])
/** SQLSTATE classes of a statement that is wrong in itself: data, integrity, syntax or access rule, size. */
const REFUSED = /^(?:22|23|42|54)/
/** …and of a database that serves nobody now: connection, state of a transaction, resources (a full disk), intervention. */
const AWAY = /^(?:08|25|53|57)/

function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof ClientIdTakenError) return 'refused'
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return 'away'
  if (BUSY.has(error.code)) return 'busy'
  if (REFUSED.test(error.code)) return 'refused'
  const isConnectionOver = error.severity === 'FATAL' || error.severity === 'PANIC'
  return isConnectionOver || AWAY.test(error.code) ? 'away' : 'failed'
}
