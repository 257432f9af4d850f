/* oxlint-disable no-console -- a command's output */
import { parseArgs } from 'node:util'
import { createFlatWriter } from './flat-writer.ts'
import { runRace } from './race.ts'
import type { RaceResult } from './race.ts'
import type { Step } from './steps.ts'
import { markdownTable } from './table.ts'
import { createV1Writer } from './v1-writer.ts'
import { createV2Writer } from './v2-writer.ts'
import type { CreateWriter } from './writer.ts'

/** `npm run bench:bindings -- --runs 250 --seed 1`: the same races on each binding, as a table. */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '250' }, seed: { type: 'string', default: '1' } },
})
const runs = Number(values.runs)
const firstSeed = Number(values.seed)

const MIXES: Record<string, readonly Step[]> = {
  typing: ['type'],
  'bold + typing': ['type', 'type', 'bold'],
  'Enter + typing': ['type', 'type', 'enter'],
  'heading + typing': ['type', 'type', 'heading'],
  'joining lines + typing': ['type', 'enter', 'join'],
  everything: ['type', 'type', 'type', 'bold', 'enter', 'heading', 'join', 'backspace', 'delete'],
}

const BINDINGS: Record<string, CreateWriter> = {
  '@lexical/yjs V1': createV1Writer,
  '@lexical/yjs V2': createV2Writer,
  Pupitre: createFlatWriter,
}

function count(results: readonly RaceResult[], test: (result: RaceResult) => boolean): number {
  return results.filter(test).length
}

const rows: (string | number)[][] = []
for (const [mix, steps] of Object.entries(MIXES)) {
  for (const [name, createWriter] of Object.entries(BINDINGS)) {
    const results: RaceResult[] = []
    for (let seed = firstSeed; seed < firstSeed + runs; seed++)
      results.push(await runRace({ seed, steps, createWriter }))
    rows.push([
      mix,
      name,
      runs,
      count(results, ({ lost }) => lost > 0),
      count(results, ({ doubled }) => doubled > 0),
      count(results, ({ revived }) => revived > 0),
      count(results, ({ diverged }) => diverged),
      count(results, ({ failed }) => failed),
    ])
  }
}
console.log(
  `Two people writing at once: ${runs} runs of each, seeds ${firstSeed} to ${firstSeed + runs - 1}. Numbers are runs.\n`,
)
console.log(markdownTable(['mix', 'binding', 'runs', 'lost', 'doubled', 'revived', 'diverged', 'threw'], rows))
