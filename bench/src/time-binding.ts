/* oxlint-disable no-console -- a command's output */
import { parseArgs } from 'node:util'
import { createFlatWriter } from './flat-writer.ts'
import { measure, measurePlain } from './measures.ts'
import type { Measures } from './measures.ts'
import { createPlainWriter } from './plain-writer.ts'
import { markdownTable } from './table.ts'
import { createV1Writer } from './v1-writer.ts'
import { createV2Writer } from './v2-writer.ts'
import type { CreateWriter } from './writer.ts'

/** `npm run bench:binding -- --blocks 50,500,1500,5000`: what an edit costs as the text grows, for each binding and for Lexical alone. */
const { values } = parseArgs({ options: { blocks: { type: 'string', default: '50,500,1500,5000' } } })

const BINDINGS: Record<string, CreateWriter> = {
  Pupitre: createFlatWriter,
  '@lexical/yjs V1': createV1Writer,
  '@lexical/yjs V2': createV2Writer,
}

function milliseconds(value: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(value < 10 ? 2 : 0)
}

const rows: (string | number)[][] = []
for (const blocks of values.blocks.split(',').map(Number)) {
  const plain = await measurePlain({ createWriter: createPlainWriter, blocks })
  const all: [string, Measures][] = [['Lexical alone', plain]]
  for (const [name, createWriter] of Object.entries(BINDINGS)) all.push([name, await measure({ createWriter, blocks })])
  for (const [name, { keystroke, remoteKeystroke, load }] of all) {
    rows.push([name, blocks, milliseconds(keystroke), milliseconds(remoteKeystroke), milliseconds(load)])
  }
}
console.log(`Medians in milliseconds, headless, Node ${process.version}; blocks of about 100 characters.\n`)
console.log(markdownTable(['binding', 'blocks', 'keystroke', 'remote keystroke', 'load'], rows))
