import { once } from 'node:events'
import { createServer } from 'node:http'
import pg from 'pg'
import type { ListedQuery } from './listed-query.ts'

/** Connections of the pool, as ours has. */
const MAX_CONNECTIONS = 10

/** A bare handler: `GET /<index>` runs the statements of one query through `pg`, and answers their rows as JSON. */
export async function startSqlServer({
  connectionString,
  queries,
}: {
  connectionString: string
  queries: readonly ListedQuery[]
}): Promise<{ url: string }> {
  const pool = new pg.Pool({ connectionString, max: MAX_CONNECTIONS })
  const server = createServer((request, response) => {
    void answer(Number(request.url?.slice(1))).then(
      (body) => response.setHeader('content-type', 'application/json').end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  const answer = async (index: number): Promise<string> => {
    const results: unknown[] = []
    for (const [at, { text, values }] of (queries[index]?.statements ?? []).entries())
      results.push((await pool.query({ name: `query-${index}-${at}`, text, values: [...values] })).rows)
    return JSON.stringify(results)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it listens on no TCP port')
  return { url: `http://127.0.0.1:${address.port}` }
}
