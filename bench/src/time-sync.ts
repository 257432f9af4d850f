/* oxlint-disable no-console -- a command's output */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { readArguments } from './sync/arguments.ts'
import { joinRows } from './sync/join-rows.ts'
import { measureCurves } from './sync/measure-curves.ts'
import { startOurs } from './sync/our-target.ts'
import { startPeer } from './sync/peer-target.ts'
import { measurePhysicalLimits, type PhysicalLimits } from './sync/physical-limits.ts'
import { median } from './sync/quantile.ts'
import { rampRows } from './sync/ramp-rows.ts'
import { Results } from './sync/results.ts'
import { resultsTable } from './sync/results-table.ts'
import type { Row } from './sync/row.ts'
import { stuckRows } from './sync/stuck-rows.ts'
import type { Target, TargetName } from './sync/target.ts'
import { typingRows } from './sync/typing-rows.ts'

/**
 * `npm run bench:sync -- --runs 3 --rows fifty,join --targets pupitre,hp --seconds 10 --out FILE`: our sync server, as it runs in production, and its peers, each in a process of its own, under the same loads from a
 * generator in another. Medians of the runs; what the machine itself can do is measured beside. `--curves`:
 * how the cost of ours grows with its work (`--rows documents,clients,text,history` chooses).
 */
const ROWS: readonly Row[] = [...typingRows, ...joinRows, ...rampRows, ...stuckRows]

const { runs, rows: chosen, targets, pace, out, nodeOptions, curves } = readArguments()
const rows = ROWS.filter(({ name }) => chosen?.includes(name) ?? true)
const results = new Results()
const limits: PhysicalLimits[] = []

const report = `${curves ? await measureCurves(chosen) : await measureRows()}\n\n${circumstances()}\n`
console.log(`\n${report}`)
if (out) await writeFile(out, report)

async function measureRows(): Promise<string> {
  for (let run = 1; run <= runs; run += 1) {
    for (const name of targets) await measureTarget(name, run)
  }
  return resultsTable({ rows, results, targets, limits: medianLimits() })
}

async function measureTarget(name: TargetName, run: number): Promise<void> {
  const target = await start(name)
  try {
    for (const row of rows) await measureRow(row, target, run)
  } finally {
    await target.dispose()
  }
}

async function start(name: TargetName): Promise<Target> {
  if (name !== 'pupitre') return startPeer(name)
  const ours = await startOurs({ nodeOptions })
  limits.push(await measurePhysicalLimits(ours))
  return ours
}

async function measureRow(row: Row, target: Target, run: number): Promise<void> {
  const started = `run ${run}, ${target.name}, ${row.name}, load ${loadavg()[0]?.toFixed(2)}`
  try {
    const figures = await row.measure(target, pace)
    results.add(row, target.name, figures)
    const shown = row.figures.map(({ key }) => `${key} ${figures[key]?.toFixed(2)}`)
    console.log(`${started}: ${shown.join(', ')}`)
  } catch (error) {
    // A server that fails a load is measured in the others.
    console.log(`${started}: ${String(error)}`)
    results.add(row, target.name, {})
  }
}

function medianLimits(): PhysicalLimits | null {
  if (limits.length === 0) return null
  const of = (key: keyof PhysicalLimits) => median(limits.map((each) => each[key]))
  return {
    insertP50Ms: of('insertP50Ms'),
    insertP95Ms: of('insertP95Ms'),
    framesPerSecond: of('framesPerSecond'),
    joinersP95Ms: of('joinersP95Ms'),
  }
}

function circumstances(): string {
  const command = `npm run bench:sync -- ${process.argv.slice(2).join(' ')}`.trim()
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const load = loadavg()[0]?.toFixed(2)
  const ran = `\`${command}\`, commit ${commit}, Node ${process.version}, ${new Date().toISOString()}, load ${load} at the end.`
  const machine = medianLimits()
  if (!machine) return ran
  const { insertP50Ms, insertP95Ms, framesPerSecond, joinersP95Ms } = machine
  const insert = `an INSERT with fsync p50 ${insertP50Ms.toFixed(2)}, p95 ${insertP95Ms.toFixed(2)} ms`
  const frames = `${Math.round(framesPerSecond).toLocaleString('en')} bare websocket frames/s of one core`
  const joiners = `fifty at once who are sent a document held ready, p95 ${Math.round(joinersP95Ms)} ms`
  return `${ran} Medians of ${runs} runs. The machine itself: ${insert}; ${frames}; ${joiners}.`
}
