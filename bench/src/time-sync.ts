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
const ROWS: readonly Row[] = [...stuckRows, ...typingRows, ...joinRows, ...rampRows]

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
  return resultsTable({ rows, results, targets })
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

function circumstances(): string {
  const command = `npm run bench:sync -- ${process.argv.slice(2).join(' ')}`.trim()
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const load = loadavg()[0]?.toFixed(2)
  const ran = `\`${command}\`, commit ${commit}, Node ${process.version}, ${new Date().toISOString()}, load ${load} at the end.`
  if (limits.length === 0) return ran
  const of = (key: keyof PhysicalLimits) => median(limits.map((each) => each[key]))
  const insert = `an INSERT with fsync p50 ${of('insertP50Ms').toFixed(2)}, p95 ${of('insertP95Ms').toFixed(2)} ms`
  const frames = `${Math.round(of('framesPerSecond')).toLocaleString('en')} bare websocket frames/s of one core`
  return `${ran} Medians of ${runs} runs. The machine itself: ${insert}; ${frames}.`
}
