import type { Client } from 'pg'

/** A table with more rows than this is big: reading it whole is felt. */
const BIG_ROWS = 10_000
/** PostgreSQL tells what a connection did at most this late. */
const TOLD_MS = 1500

/** How many rows were read by scanning big tables whole, until now, table by table. */
async function scannedRows(client: Client): Promise<Map<string, number>> {
  await new Promise((resolve) => setTimeout(resolve, TOLD_MS))
  const { rows } = await client.query<{ table: string; scanned: string }>(
    `SELECT stats.relname AS table, stats.seq_tup_read AS scanned
     FROM pg_stat_user_tables AS stats JOIN pg_class ON pg_class.oid = stats.relid
     WHERE pg_class.reltuples > $1`,
    [BIG_ROWS],
  )
  return new Map(rows.map(({ table, scanned }) => [table, Number(scanned)]))
}

/** The big tables that an act read whole. */
export async function wholeScans(client: Client, act: () => Promise<unknown>): Promise<string[]> {
  const before = await scannedRows(client)
  await act()
  const after = await scannedRows(client)
  return [...after].flatMap(([table, scanned]) => (scanned > (before.get(table) ?? 0) ? [table] : []))
}
