import type { Client } from 'pg'

/** The tables that an import of this plan fills, in an order that their foreign keys accept, each with the rows of one collectivité. */
const TABLES: Record<string, string> = {
  service: 'collectivite_id = $1',
  personne: 'collectivite_id = $1 AND membre_id IS NULL',
  label: 'collectivite_id = $1',
  indicateur: 'collectivite_id = $1',
  plan: 'collectivite_id = $1',
  axe: 'plan_id IN (SELECT id FROM plan WHERE collectivite_id = $1)',
  fiche: 'collectivite_id = $1',
  placement: 'collectivite_id = $1',
  fiche_service: 'collectivite_id = $1',
  fiche_pilote: 'collectivite_id = $1',
  fiche_referent: 'collectivite_id = $1',
  fiche_label: 'collectivite_id = $1',
  fiche_indicateur: 'collectivite_id = $1',
  ligne_budget: 'fiche_id IN (SELECT id FROM fiche WHERE collectivite_id = $1)',
  ligne_financeur: 'collectivite_id = $1',
  ligne_financeur_label: 'collectivite_id = $1',
  note_suivi: 'fiche_id IN (SELECT id FROM fiche WHERE collectivite_id = $1)',
  live_document: `fiche_id IN (SELECT id FROM fiche WHERE collectivite_id = $1)
    OR plan_id IN (SELECT id FROM plan WHERE collectivite_id = $1)`,
  document_update:
    'document_id IN (SELECT id FROM live_document WHERE fiche_id IN (SELECT id FROM fiche WHERE collectivite_id = $1))',
  document_client:
    'document_id IN (SELECT id FROM live_document WHERE fiche_id IN (SELECT id FROM fiche WHERE collectivite_id = $1))',
  plan_text: 'plan_id IN (SELECT id FROM plan WHERE collectivite_id = $1)',
  fiche_text: 'fiche_id IN (SELECT id FROM fiche WHERE collectivite_id = $1)',
}

/** What one statement may bind. */
const MAX_PARAMETERS = 60_000

export interface TableRows {
  table: string
  columns: string[]
  rows: unknown[][]
}

/** Every row that an import wrote for a collectivité, as text, ready to be inserted again. */
export async function readRows(client: Client, collectiviteId: string): Promise<TableRows[]> {
  const tables: TableRows[] = []
  for (const [table, where] of Object.entries(TABLES)) {
    const columns = await writableColumns(client, table)
    const { rows } = await client.query<unknown[]>({
      text: `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${table}" WHERE ${where}`,
      values: [collectiviteId],
      rowMode: 'array',
      // As PostgreSQL writes them, but for bytes.
      types: { getTypeParser: (oid: number) => (oid === BYTEA ? bytesOf : (text: string) => text) },
    })
    if (rows.length > 0) tables.push({ table, columns, rows })
  }
  return tables
}

const BYTEA = 17

function bytesOf(text: string): Buffer {
  return Buffer.from(text.slice(2), 'hex')
}

async function writableColumns(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => name)
}

/** Inserts rows by the fewest multi-row statements, and nothing else. */
export async function insertRows(client: Client, tables: readonly TableRows[]): Promise<void> {
  for (const { table, columns, rows } of tables) {
    const step = Math.floor(MAX_PARAMETERS / columns.length)
    for (let from = 0; from < rows.length; from += step) {
      const part = rows.slice(from, from + step)
      const values = part.map(
        (_, row) => `(${columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(',')})`,
      )
      const text = `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(',')}) VALUES ${values.join(',')}`
      await client.query(text, part.flat())
    }
  }
}
