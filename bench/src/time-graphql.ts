/* oxlint-disable no-console -- a command's output */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { z } from 'zod'
import { ServerProcess } from '../../e2e/src/server-process.ts'
import { openCluster } from '../../server/src/database/embedded/open-cluster.ts'
import { fillInstance } from './graphql/big-instance.ts'
import { listedQueries } from './graphql/listed-queries.ts'
import type { Send } from './graphql/listed-query.ts'
import { startPeer } from './graphql/peer.ts'
import { wholeScans } from './graphql/whole-scans.ts'
import { quantile } from './sync/quantile.ts'
import { markdownTable } from './table.ts'

/**
 * `npm run bench:graphql`: on 2,000 plans and 100,000 fiches with texts, each list of the API, its search and a plan of 300 fiches,
 * turn by turn (`--rounds 200`, `--only 'a plan'` for those of that name) with the same rows asked by hand through `pg`, and by graphql-yoga with the same schema; then requests per second.
 */
const WARM_UP = 20
const CONCURRENT = 16
const THROUGHPUT_MS = 5000

const answered = z.object({ data: z.unknown(), errors: z.array(z.unknown()).optional() })

/** Asks one server of the API. */
function senderTo(url: string, cookie: string): Send {
  const headers = { 'content-type': 'application/json', cookie }
  return async (query, variables) => {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    const { data, errors } = answered.parse(await response.json())
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** Requests per second of an act that so many callers repeat. */
async function perSecond(act: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + THROUGHPUT_MS
  let done = 0
  const caller = async () => {
    while (performance.now() < until) {
      await act()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: CONCURRENT }, caller))
  return (done * 1000) / THROUGHPUT_MS
}

const { rounds, only } = z
  .object({ rounds: z.coerce.number().int().min(1).default(200), only: z.string().default('') })
  .parse(parseArgs({ options: { rounds: { type: 'string' }, only: { type: 'string' } } }).values)

// What it may spend is measured elsewhere.
process.env['API_POINTS_PER_MINUTE'] = '0'
const server = await ServerProcess.start()
const cluster = await openCluster({ dataDir: server.dataDir, share: true })
const { connectionString } = cluster
const client = new pg.Client({ connectionString })
await client.connect()
const instance = await fillInstance(server, connectionString)
const { plans, fiches, textes } = instance.counts
console.log(
  `Node ${process.version}; ${plans} plans, ${fiches} fiches, ${textes} texts; load ${loadavg()[0]?.toFixed(2)}.\n`,
)
const queries = listedQueries(instance.subject)
const sql = await startPeer({ kind: 'sql', connectionString, ...instance })
const yoga = await startPeer({ kind: 'yoga', connectionString, ...instance })
const toUs = senderTo(`${server.url}/graphql`, instance.cookie)
const toYoga = senderTo(yoga.url, '')
const byHand = async (index: number) => {
  const response = await fetch(`${sql.url}/${index}`)
  if (!response.ok) throw new Error(await response.text())
  return response.text()
}
try {
  const rows: (string | number)[][] = []
  for (const [index, { name, targetMs, ask }] of queries.entries()) {
    if (!name.includes(only)) continue
    const [ours, hand, peers]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < WARM_UP + rounds; round += 1) {
      const [our, by, peer] = [
        await timed(() => ask(toUs)),
        await timed(() => byHand(index)),
        await timed(() => ask(toYoga)),
      ]
      if (round < WARM_UP) continue
      ours.push(our)
      hand.push(by)
      peers.push(peer)
    }
    const scans = await wholeScans(client, () => ask(toUs))
    const at = (share: number, values: readonly number[]) => quantile(values, share)
    const ratio = at(0.95, ours) / at(0.95, hand)
    rows.push([
      name,
      targetMs,
      ...[at(0.5, ours), at(0.95, ours), at(0.95, hand), ratio, at(0.95, peers)].map((value) => value.toFixed(1)),
      scans.join(', ') || 'none',
    ])
    console.error(name, rows.at(-1)?.slice(1).join(' '))
  }
  console.log(
    markdownTable(
      ['first page, ms', 'wanted', 'p50', 'p95', 'by hand, p95', 'ratio', 'yoga, p95', 'big tables read whole'],
      rows,
    ),
  )
  const [first] = queries
  if (!first) throw new Error('nothing is asked')
  const throughput = [
    ['Pupitre', await perSecond(() => first.ask(toUs))],
    ['graphql-yoga, same schema', await perSecond(() => first.ask(toYoga))],
    ['bare pg handler, by hand', await perSecond(() => byHand(0))],
  ] as const
  console.log(
    `\n${markdownTable(
      [`${first.name}: ${CONCURRENT} callers`, 'requests per second'],
      throughput.map(([name, rate]) => [name, rate.toFixed(0)]),
    )}\n\nLoad ${loadavg()[0]?.toFixed(2)} at the end.`,
  )
} finally {
  yoga.close()
  sql.close()
  await client.end()
  await server.dispose()
}
