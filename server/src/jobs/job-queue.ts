import { fromPrisma, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Tx } from '../domain/transaction.ts'

/** A queue's own schema in the same database: what waits is saved and restored with the rest. */
const SCHEMA = 'pgboss'

/** Connections of this process for its jobs, beside the one that listens. */
const MAX_CONNECTIONS = 2

/** Wakes a worker that missed its notification. */
const POLLING_INTERVAL_S = 5

/** A worker that says nothing for so long is dead: its job goes to another. The shortest that pg-boss takes is 10. */
const HEARTBEAT_S = 10

/** How often dead workers are looked for. */
const SUPERVISE_INTERVAL_S = 10

const DAY_S = 24 * 3600

/** Longest wait for what is being done when the server stops. */
const CLOSE_MS = 3000

export interface Retries {
  /** After the first failure; twice as long after each other one. */
  firstDelaySeconds: number
  longestDelaySeconds: number
  /** Tries after the first one. */
  limit: number
}

/** About sixteen hours of tries: a mail server that is down for a night loses nothing. */
export const DEFAULT_RETRIES: Retries = { firstDelaySeconds: 5, longestDelaySeconds: 3600, limit: 24 }

/** A job being done. */
export interface RunningJob<Data> {
  /** The same at each try. */
  id: string
  data: Data
}

/** What a queue holds now. */
export interface QueueHealth {
  /** To be done, those to be tried again included. */
  waiting: number
  /** Given up after all tries, and not forgotten yet. */
  failed: number
  /** How long the oldest that is not done has waited; 0 when none waits. */
  oldestWaitingSeconds: number
}

const healthRows = z.array(z.object({ waiting: z.int(), failed: z.int(), oldest: z.number() }))

const HEALTH = `
SELECT count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting,
  count(*) FILTER (WHERE state = 'failed')::int AS failed,
  coalesce(extract(epoch FROM now() - min(created_on) FILTER (WHERE state IN ('created', 'retry', 'active'))), 0)::float8 AS oldest
FROM ${SCHEMA}.job WHERE name = $1`

/** Jobs of one kind, kept in PostgreSQL until they are done, by any process of the server. */
export interface JobQueue<Data extends object> {
  /** Adds jobs in the caller's transaction: they are there if it commits, and only then. */
  add(tx: Tx, jobs: readonly Data[]): Promise<void>
  /** @throws when the database does not answer */
  health(): Promise<QueueHealth>
  /** Takes no more; what is being done is finished, or left to another process. */
  close(): Promise<void>
}

interface JobQueueOptions<Data> {
  connectionString: string
  name: string
  /** Does one job. One that throws is done again later, with growing delays. */
  run: (job: RunningJob<Data>) => Promise<void>
  retries?: Retries
  onError: (error: unknown) => void
}

/** Opens a queue and starts its worker in this process. The schema is made if it is not there; several processes may start at once. */
export async function openJobQueue<Data extends object>({
  connectionString,
  name,
  run,
  retries = DEFAULT_RETRIES,
  onError,
}: JobQueueOptions<Data>): Promise<JobQueue<Data>> {
  const boss = new PgBoss({
    connectionString,
    schema: SCHEMA,
    max: MAX_CONNECTIONS,
    application_name: 'pupitre jobs',
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_INTERVAL_S,
    monitorIntervalSeconds: SUPERVISE_INTERVAL_S,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', onError)
  await boss.start()
  const options = {
    retryLimit: retries.limit,
    retryDelay: retries.firstDelaySeconds,
    retryDelayMax: retries.longestDelaySeconds,
    retryBackoff: true,
    heartbeatSeconds: HEARTBEAT_S,
    // What is done tells of addresses: it is not kept.
    deleteAfterSeconds: DAY_S,
    notify: true,
  }
  await boss.createQueue(name, options)
  await boss.updateQueue(name, options)
  await boss.work<Data>(
    name,
    { pollingIntervalSeconds: POLLING_INTERVAL_S, notifyPollingIntervalSeconds: POLLING_INTERVAL_S },
    async ([job]) => {
      if (job) await run({ id: job.id, data: job.data })
    },
  )
  return {
    async add(tx, jobs) {
      if (jobs.length === 0) return
      await boss.insert(
        name,
        jobs.map((data) => ({ data })),
        { db: fromPrisma(tx) },
      )
    },
    async health() {
      const { rows } = await boss.getDb().executeSql(HEALTH, [name])
      const [{ waiting, failed, oldest } = { waiting: 0, failed: 0, oldest: 0 }] = healthRows.parse(rows)
      return { waiting, failed, oldestWaitingSeconds: oldest }
    },
    async close() {
      await boss.stop({ graceful: true, timeout: CLOSE_MS, close: true })
    },
  }
}
