/* oxlint-disable no-console -- a command's output */
import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { CLOSE_CODES } from '@pupitre/document'
import { LiveDocument } from '../../client/src/lib/live/live-document.ts'
import { watchSockets } from './reconnection/watched-sockets.ts'
import { until } from './reconnection/until.ts'
import { startOurs } from './sync/our-target.ts'
import { memoryOf, peakMemory } from './sync/process-memory.ts'
import { median, quantile } from './sync/quantile.ts'

/**
 * `npm run bench:reconnection`: five hundred pages that someone looks at, with our client's own connection, when the server
 * stops and starts again. What counts is the time from the moment it is ready to the moment each page is saved again.
 */
const PAGES = 500
const DOCUMENTS = 100
const RUNS = 3

interface Run {
  lastMs: number
  p50Ms: number
  p95Ms: number
  awayMs: number
  before: number
  peak: number
  refused: number
}

const target = await startOurs()
const sockets = watchSockets(target.cookies)
const fiches = await target.createDocuments(DOCUMENTS)
const pages = Array.from({ length: PAGES }, (_, index) => open(fiches[index % DOCUMENTS] ?? ''))
await until(() => pages.every(isSaved))

const runs: Run[] = []
for (let run = 1; run <= RUNS; run += 1) {
  runs.push(await restart())
  console.log(`run ${run}, load ${loadavg()[0]?.toFixed(2)}: ${JSON.stringify(runs.at(-1))}`)
}
for (const page of pages) page.destroy()
await target.dispose()
console.log(`\n${table(runs)}\n\n${circumstances()}`)
process.exit(0)

function open(uuid: string): LiveDocument {
  return new LiveDocument({ ref: { kind: 'fiche', uuid }, serverUrl: target.syncUrl })
}

function isSaved(page: LiveDocument): boolean {
  return page.snapshot().save.kind === 'saved'
}

async function restart(): Promise<Run> {
  const before = memoryOf(target.pid)
  const refusedBefore = refused()
  const backAt = new Map<LiveDocument, number>()
  const wentAway = new Set<LiveDocument>()
  const stops = pages.map((page) =>
    page.subscribe(() => {
      if (!isSaved(page)) wentAway.add(page)
      else if (wentAway.has(page) && !backAt.has(page)) backAt.set(page, performance.now())
    }),
  )
  const startedAt = performance.now()
  await target.restart()
  const readyAt = performance.now()
  const { peakMib } = await peakMemory(target.pid, () => until(() => backAt.size === pages.length))
  for (const stop of stops) stop()
  const delays = [...backAt.values()].map((at) => Math.max(0, at - readyAt))
  return {
    lastMs: Math.round(Math.max(...delays)),
    p50Ms: Math.round(quantile(delays, 0.5)),
    p95Ms: Math.round(quantile(delays, 0.95)),
    awayMs: Math.round(readyAt - startedAt),
    before: Math.round(before),
    peak: Math.round(peakMib),
    refused: refused() - refusedBefore,
  }
}

/** Sign-ins that failed: what a page would take for the end of its session, or for one page too many. */
function refused(): number {
  return (sockets.closes.get(CLOSE_CODES.signedOut) ?? 0) + (sockets.closes.get(CLOSE_CODES.tooManyOfUser) ?? 0)
}

function table(measured: readonly Run[]): string {
  const of = (key: keyof Run) => median(measured.map((run) => run[key]))
  return [
    `| ${PAGES} pages of ${DOCUMENTS} fiches, the server stopped and started | median of ${RUNS} |`,
    '|---|---|',
    `| from the stop to “ready” | ${of('awayMs')} ms |`,
    `| the last page is back, after “ready” | ${of('lastMs')} ms (worst run ${Math.max(...measured.map(({ lastMs }) => lastMs))}) |`,
    `| p50 / p95 | ${of('p50Ms')} / ${of('p95Ms')} ms |`,
    `| memory of the server before, and its peak while they come back | ${of('before')} MiB, ${of('peak')} MiB |`,
    `| sign-ins refused | ${measured.reduce((sum, run) => sum + run.refused, 0)} in all |`,
    `| closes by code, in all | ${JSON.stringify(Object.fromEntries(sockets.closes))} |`,
  ].join('\n')
}

function circumstances(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  return `\`npm run bench:reconnection -w bench\`, commit ${commit}, Node ${process.version}, ${new Date().toISOString()}, load ${loadavg()[0]?.toFixed(2)} at the end.`
}
