import pg from 'pg'
import { readInstanceTables } from '../src/backup/instance-tables.ts'

/** Every row of every table that a backup keeps, as text and in one order; epochs apart, which a restore changes. */
export async function instanceRows(client: pg.ClientBase): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {}
  for (const { name, columns } of await readInstanceTables(client)) {
    const list = columns.filter((column) => column !== 'epoch').map((column) => `t."${column}"`)
    const { rows: read } = await client.query<{ row: string }>(
      `SELECT ROW(${list.join(', ')})::text AS row FROM "${name}" t ORDER BY 1`,
    )
    rows[name] = read.map(({ row }) => row).toSorted()
  }
  return rows
}

/** The same, of the database at this address. */
export async function instanceRowsAt(connectionString: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await instanceRows(client)
  } finally {
    await client.end()
  }
}
