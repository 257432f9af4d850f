import type pg from 'pg'
import { z } from 'zod'

/**
 * What a backup leaves out: open sessions, tickets, links that wait for an answer, counted tries and what webhooks are being sent, which a
 * restored instance must not bring back to life; and the migrations, which make the tables.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  '_prisma_migrations',
  'rate_limit',
  'session',
  'sync_ticket',
  'verification',
  'webhook_delivery',
])

export interface InstanceTable {
  name: string
  /** Those that are stored as given: PostgreSQL computes the others. */
  columns: string[]
}

const tableRows = z.array(z.object({ name: z.string(), columns: z.array(z.string()), parents: z.array(z.string()) }))

const TABLES = `
SELECT c.relname::text AS name,
  ARRAY(SELECT a.attname::text FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
  ARRAY(SELECT DISTINCT p.relname::text FROM pg_constraint k JOIN pg_class p ON p.oid = k.confrelid
    WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS parents
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
ORDER BY c.relname`

/** The tables that hold an instance, each after those that its foreign keys name. */
export async function readInstanceTables(client: pg.ClientBase): Promise<InstanceTable[]> {
  const { rows } = await client.query(TABLES)
  const waiting = tableRows.parse(rows).filter(({ name }) => !LEFT_OUT.has(name))
  const ordered: InstanceTable[] = []
  const isPlaced = new Set<string>()
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ parents }) => parents.every((parent) => isPlaced.has(parent)))
    const [table] = waiting.splice(at, at === -1 ? 0 : 1)
    if (!table) throw new Error(`foreign keys go round between ${waiting.map(({ name }) => name).join(', ')}`)
    isPlaced.add(table.name)
    ordered.push({ name: table.name, columns: table.columns })
  }
  return ordered
}

const sequenceRows = z.array(z.object({ name: z.string(), lastValue: z.string().nullable() }))

/** The sequences of the schema, and where they are. */
export async function readSequences(client: pg.ClientBase): Promise<{ name: string; lastValue: string | null }[]> {
  const { rows } = await client.query(
    `SELECT sequencename::text AS name, last_value::text AS "lastValue" FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  )
  return sequenceRows.parse(rows)
}

/** `"schema"."table" ("column", …)`, as COPY takes it. */
export function copyTarget(client: pg.ClientBase, { name, columns }: InstanceTable): string {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  return `public.${client.escapeIdentifier(name)} (${list})`
}
