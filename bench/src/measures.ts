import { $createParagraphNode, $createTextNode, $getNodeByKey, $getRoot, $isElementNode } from 'lexical'
import type { NodeKey } from 'lexical'
import * as Y from 'yjs'
import { $blocks } from './steps.ts'
import { flush } from './writer.ts'
import type { CreateWriter, Writer } from './writer.ts'

/** Milliseconds. */
export interface Measures {
  /** From the update that types one character to everything being written. */
  keystroke: number
  /** From one character of a colleague coming in to its being in the editor. */
  remoteKeystroke: number
  /** From the document's bytes to an editor that holds it. */
  load: number
}

const LINE = 'Aménager des pistes cyclables entre la gare et les quartiers, avec des arceaux et un éclairage sobre. '
const WARM_UP = 30
const KEYSTROKES = 200
const LOADS = 5

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function timed(act: () => void): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

function middleBlock({ editor }: Writer): NodeKey {
  return editor.getEditorState().read(() => {
    const blocks = $blocks()
    return blocks[Math.floor(blocks.length / 2)]?.getKey() ?? 'root'
  })
}

function type({ editor }: Writer, key: NodeKey): void {
  editor.update(
    () => {
      const block = $getNodeByKey(key)
      if ($isElementNode(block)) block.selectEnd().insertText('e')
    },
    { discrete: true },
  )
}

async function fill(writer: Writer, blocks: number): Promise<void> {
  writer.editor.update(
    () => {
      const lines = Array.from({ length: blocks }, () => $createParagraphNode().append($createTextNode(LINE)))
      $getRoot()
        .clear()
        .append(...lines)
    },
    { discrete: true },
  )
  await flush(writer)
}

async function open(createWriter: CreateWriter, update: Uint8Array): Promise<Writer> {
  const writer = createWriter(new Y.Doc())
  Y.applyUpdate(writer.doc, update, 'remote')
  await flush(writer)
  return writer
}

/** Medians, without a browser: headless editors on one thread. */
export async function measure({
  createWriter,
  blocks,
}: {
  createWriter: CreateWriter
  blocks: number
}): Promise<Measures> {
  const here = createWriter(new Y.Doc())
  await fill(here, blocks)
  const update = Y.encodeStateAsUpdate(here.doc)
  const there = await open(createWriter, update)

  const key = middleBlock(here)
  const keystrokes: number[] = []
  const remoteKeystrokes: number[] = []
  for (let i = 0; i < WARM_UP + KEYSTROKES; i++) {
    const before = Y.encodeStateVector(there.doc)
    const keystroke = timed(() => type(here, key))
    const sent = Y.encodeStateAsUpdate(here.doc, before)
    const remote = timed(() => {
      Y.applyUpdate(there.doc, sent, 'remote')
      there.editor.update(() => {}, { discrete: true })
    })
    await flush(there)
    if (i < WARM_UP) continue
    keystrokes.push(keystroke)
    remoteKeystrokes.push(remote)
  }
  const loads: number[] = []
  for (let i = 0; i < LOADS; i++) {
    globalThis.gc?.()
    loads.push(
      timed(() => {
        const writer = createWriter(new Y.Doc())
        Y.applyUpdate(writer.doc, update, 'remote')
        writer.editor.update(() => {}, { discrete: true })
      }),
    )
  }
  return { keystroke: median(keystrokes), remoteKeystroke: median(remoteKeystrokes), load: median(loads) }
}

/** What Lexical alone needs: to type, and to read the same text from its own format. */
export async function measurePlain({
  createWriter,
  blocks,
}: {
  createWriter: CreateWriter
  blocks: number
}): Promise<Measures> {
  const writer = createWriter(new Y.Doc())
  await fill(writer, blocks)
  const key = middleBlock(writer)
  const keystrokes: number[] = []
  for (let i = 0; i < WARM_UP + KEYSTROKES; i++) {
    const keystroke = timed(() => type(writer, key))
    if (i >= WARM_UP) keystrokes.push(keystroke)
  }
  const json = JSON.stringify(writer.editor.getEditorState())
  const loads = Array.from({ length: LOADS }, () =>
    timed(() => {
      const { editor } = createWriter(new Y.Doc())
      editor.setEditorState(editor.parseEditorState(json))
    }),
  )
  return { keystroke: median(keystrokes), remoteKeystroke: Number.NaN, load: median(loads) }
}
