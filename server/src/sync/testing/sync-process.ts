import { createServer } from 'node:http'
import { parseDocumentPath } from '@pupitre/document'
import pg from 'pg'
import type { Judgement } from '../judgement.ts'
import { createSyncServer } from '../sync-server.ts'

/**
 * A sync server alone in a process, which a test may kill: `DATABASE_URL`, `PORT`. Everyone may write everything; who one
 * is, is in the query (`?user=<uuid>`). Prints `listening <port>` on stdout, and answers any GET with its health.
 */
const connectionString = process.env['DATABASE_URL'] ?? ''
const pool = new pg.Pool({ connectionString, max: 2 })
pool.on('error', () => undefined)
const silent = () => undefined
const report = (fields: object, message: string) =>
  process.stderr.write(`${message} ${JSON.stringify(fields, serialiseError)}\n`)

function serialiseError(_key: string, value: unknown): unknown {
  return value instanceof Error ? { message: value.message, stack: value.stack } : value
}

const sync = createSyncServer({
  database: { connectionString },
  logger: { debug: silent, info: silent, warn: report, error: report },
  async authorise({ ref }) {
    const { rows } = await pool.query<Omit<Judgement, 'seq'> & { seq: string }>(
      `SELECT id::text AS "documentId", epoch::text, seq, 'write' AS access FROM live_document WHERE fiche_id = $1 OR plan_id = $1`,
      [ref.uuid],
    )
    return rows[0] ? { ...rows[0], seq: BigInt(rows[0].seq) } : null
  },
})

const http = createServer((_request, response) => response.end(JSON.stringify(sync.health())))
http.on('upgrade', (request, socket, head) => {
  const url = new URL(request.url ?? '', 'http://localhost')
  const ref = parseDocumentPath(url.pathname.slice('/sync/'.length))
  if (!ref) return void socket.destroy()
  const userId = url.searchParams.get('user') ?? '00000000-0000-4000-8000-000000000000'
  const viewer = { userId, name: 'Camille', email: '', sessionId: '', memberships: [] }
  sync.handleUpgrade(request, socket, head, { viewer, ref, query: url.searchParams })
})
http.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  const address = http.address()
  process.stdout.write(`listening ${typeof address === 'object' && address ? address.port : ''}\n`)
})

process.once('SIGTERM', () => {
  http.close()
  void sync.close().then(() => process.exit(0))
})
