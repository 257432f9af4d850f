/* oxlint-disable no-console -- a command's output */
import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { generate } from './sync/generate.ts'
import { type OurTarget, startOurs } from './sync/our-target.ts'
import { median } from './sync/quantile.ts'
import { scatteredUpdates } from './sync/scattered-updates.ts'
import { storeHistory } from './sync/store-history.ts'
import { seatsAt } from './sync/target.ts'
import { traceUpdates } from './sync/trace-updates.ts'

/**
 * `npm run bench:history`: a document of a million edits, compacted, from asking for the websocket to the last byte of its state: the first
 * to come after a restart, then others while it is open.
 */
const EDITS = 1_000_000
const EDITS_OF_AN_UPDATE = 100
const CLIENTS = 500
const RESTARTS = 5
const JOINS = 9

const frames = EDITS / EDITS_OF_AN_UPDATE
const SHAPES: [name: string, updates: () => Uint8Array[]][] = [
  ['one session of typing, again and again', () => traceUpdates({ edits: EDITS, frames }).updates],
  [`words of ${CLIENTS} clients, scattered`, () => scatteredUpdates({ edits: EDITS, frames, clients: CLIENTS })],
]

const server = await startOurs()
const lines: string[] = []
for (const [name, updates] of SHAPES) {
  const [uuid = ''] = await server.createDocuments(1)
  await storeHistory({ dataDir: server.dataDir, uuid, updates: updates() })
  const runs: { first: number; p50: number; bytes: number }[] = []
  for (let run = 1; run <= RESTARTS; run += 1) {
    runs.push(await open(server, uuid))
    console.log(`${name}, restart ${run}, load ${loadavg()[0]?.toFixed(2)}: ${JSON.stringify(runs.at(-1))}`)
  }
  const of = (key: keyof (typeof runs)[number]) => median(runs.map((run) => run[key]))
  lines.push(`| ${name} | ${of('first').toFixed(0)} | ${of('p50').toFixed(0)} | ${of('bytes').toLocaleString('en')} |`)
}
await server.dispose()
const header = `| ${EDITS.toLocaleString('en')} edits, compacted | first after a restart, ms | p50 of the others, ms | bytes |\n|---|---|---|---|`
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
console.log(`\n${header}\n${lines.join('\n')}\n`)
console.log(
  `\`npm run bench:history -w bench\`, commit ${commit}, Node ${process.version}, ${new Date().toISOString()}, medians of ${RESTARTS} restarts, load ${loadavg()[0]?.toFixed(2)} at the end.`,
)
process.exit(0)

async function open(target: OurTarget, uuid: string): Promise<{ first: number; p50: number; bytes: number }> {
  await target.restart()
  const join = { kind: 'join' as const, together: false, applies: false, keepsLoaded: false, characters: 0 }
  // The first to come to a new process wakes it up; the document is another's matter.
  await generate({ ...join, seats: seatsAt(target, { documents: await target.createDocuments(1), count: 1 }) })
  const [first, ...others] = seatsAt(target, { documents: [uuid], count: JOINS + 1 })
  if (!first) throw new Error('somebody comes first')
  const cold = await generate({ ...join, seats: [first] })
  const warm = await generate({ ...join, seats: others })
  return { first: cold.p50, p50: warm.p50, bytes: cold.bytes }
}
