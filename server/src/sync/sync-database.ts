import pg from 'pg'
import { z } from 'zod'
import type { DocumentRef } from '@pupitre/document'
import { CONNECT_TIMEOUT_MS, STATEMENT_TIMEOUT_MS } from './limits.ts'
import type { SyncLogger } from './logger.ts'

/** Connections for loading, snapshots and projection; the log has its own. */
const POOL_CONNECTIONS = 4

/** Opens the pool of the sync server. A connection lost while idle is replaced by the next query. */
export function openPool({ connectionString, logger }: { connectionString: string; logger: SyncLogger }): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'pupitre-sync',
    max: POOL_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS,
    keepAlive: true,
  })
  pool.on('error', (err) => logger.warn({ err }, 'an idle database connection was lost'))
  return pool
}

/** A document and where it stands, whoever may see it. */
export interface KnownDocument {
  documentId: string
  ref: DocumentRef
  /** Of the last update in its log. */
  seq: bigint
  /** Its projection does not say all that its log says. */
  isBehind: boolean
}

const documentRows = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['FICHE', 'PLAN']),
    owner: z.string(),
    seq: z.coerce.bigint(),
    behind: z.boolean(),
  }),
)

function toKnown(rows: unknown[]): KnownDocument[] {
  return documentRows.parse(rows).map(({ id, kind, owner, seq, behind }) => ({
    documentId: id,
    ref: { kind: kind === 'FICHE' ? 'fiche' : 'plan', uuid: owner },
    seq,
    isBehind: behind,
  }))
}

const KNOWN = `
SELECT d.id::text, d.kind::text, coalesce(d.fiche_id, d.plan_id)::text AS owner, d.seq, coalesce(p.seq, 0) < d.seq AS behind
FROM live_document d LEFT JOIN document_projection p ON p.document_id = d.id`

/** The documents of these fiches and plans; those that do not exist are left out. */
export async function findDocuments(pool: pg.Pool, refs: readonly DocumentRef[]): Promise<KnownDocument[]> {
  const uuids = (kind: DocumentRef['kind']) => refs.filter((ref) => ref.kind === kind).map((ref) => ref.uuid)
  const { rows } = await pool.query(`${KNOWN} WHERE d.fiche_id = ANY($1::uuid[]) OR d.plan_id = ANY($2::uuid[])`, [
    uuids('fiche'),
    uuids('plan'),
  ])
  return toKnown(rows)
}

/** Documents after `after`, by id, whose projection is behind their log: after a crash, those which were being written. */
export async function findUnprojected(
  pool: pg.Pool,
  { after, limit }: { after: string; limit: number },
): Promise<KnownDocument[]> {
  const { rows } = await pool.query(`${KNOWN} WHERE coalesce(p.seq, 0) < d.seq AND d.id > $1 ORDER BY d.id LIMIT $2`, [
    after,
    limit,
  ])
  return toKnown(rows)
}
