import { $createParagraphNode, $createTextNode, $getRoot, $isTextNode } from 'lexical'
import * as Y from 'yjs'
import { Ledger, changedCharacters } from '../../document/fuzz/ledger.ts'
import { Random } from '../../document/fuzz/random.ts'
import { $blocks, $texts, DELETING, STEPS } from './steps.ts'
import type { Step } from './steps.ts'
import { flush } from './writer.ts'
import type { CreateWriter, Writer } from './writer.ts'

export interface Race {
  seed: number
  steps: readonly Step[]
  createWriter: CreateWriter
}

export interface RaceResult {
  /** Characters that nobody deleted, and that are not there. */
  lost: number
  /** Characters that are there more often than they were typed. */
  doubled: number
  /** Characters that were deleted, and are there. */
  revived: number
  /** The writers end with different texts. */
  diverged: boolean
  /** Lexical or the binding threw. */
  failed: boolean
  typed: number
}

const ROUNDS = 8

/**
 * Two people write at once in the same three lines: each takes one to four steps, then they receive each other's, eight times over.
 * Every edit is committed before anything comes in, which is the easiest case for a binding.
 */
export async function runRace({ seed, steps, createWriter }: Race): Promise<RaceResult> {
  const random = new Random(seed)
  const ledger = new Ledger(false)
  const writers = [0, 1].map((i) => {
    const doc = new Y.Doc()
    // Yjs orders what comes in at one place by client id: either may be the lower one.
    doc.clientID = 1000 + (seed % 2 === 0 ? i : 9 - i)
    return createWriter(doc)
  })
  let failed = false
  try {
    await fill(writers, ledger)
    for (let round = 0; round < ROUNDS; round++) {
      for (const writer of writers) {
        for (let count = 1 + random.below(4); count > 0; count--) await take(writer, { steps, random, ledger })
      }
      await exchange(writers)
    }
    // What a binding writes in answer to what came in is exchanged too.
    for (let i = 0; i < 3; i++) await exchange(writers)
  } catch {
    failed = true
  }
  const shown = writers.map(shownBy)
  const { lost, doubled, revived } = ledger.judge(writers[0] ? charactersOf(writers[0]) : '')
  return {
    lost: lost.length,
    doubled: doubled.length,
    revived: revived.length,
    diverged: shown.some((each) => each !== shown[0]),
    failed: failed || writers.some(({ errors }) => errors.length > 0),
    typed: ledger.typedCount,
  }
}

/** One writer types three lines; the other receives them. */
async function fill(writers: readonly Writer[], ledger: Ledger): Promise<void> {
  writers[0]?.editor.update(
    () => {
      const lines = [0, 1, 2].map(() => $createParagraphNode().append($createTextNode(ledger.type(12))))
      $getRoot()
        .clear()
        .append(...lines)
    },
    { discrete: true },
  )
  await exchange(writers)
}

async function take(
  writer: Writer,
  { steps, random, ledger }: { steps: readonly Step[]; random: Random; ledger: Ledger },
): Promise<void> {
  const step = random.pick(steps)
  const before = charactersOf(writer)
  writer.editor.update(() => void STEPS[step]({ writer, random, ledger }), { discrete: true })
  await flush(writer)
  if (DELETING.has(step)) ledger.delete(changedCharacters(before, charactersOf(writer)).gone)
}

async function exchange(writers: readonly Writer[]): Promise<void> {
  const updates = writers.map(({ doc }) => Y.encodeStateAsUpdate(doc))
  for (const [to, writer] of writers.entries()) {
    for (const [from, update] of updates.entries()) if (from !== to) Y.applyUpdate(writer.doc, update, 'remote')
    await flush(writer)
  }
}

function charactersOf({ editor }: Writer): string {
  return editor.getEditorState().read(() =>
    $texts()
      .map((text) => text.getTextContent())
      .join(''),
  )
}

/** What the editor shows, however its text is cut into nodes. */
function shownBy({ editor, $kindOf }: Writer): string {
  return editor.getEditorState().read(() =>
    $blocks()
      .map((block) => {
        const characters = block
          .getChildren()
          .flatMap((node) =>
            $isTextNode(node)
              ? [...node.getTextContent()].map((character) => `${character}${node.getFormat()}`)
              : [node.getType()],
          )
        return `${$kindOf(block)}:${characters.join()}`
      })
      .join('\n'),
  )
}
