import { $createRangeSelection, $getRoot, $isElementNode, $setSelection } from 'lexical'
import type { ElementNode, RangeSelection, TextNode } from 'lexical'
import type { Ledger } from '../../document/fuzz/ledger.ts'
import type { Random } from '../../document/fuzz/random.ts'
import type { Writer } from './writer.ts'

interface Hand {
  writer: Writer
  random: Random
  ledger: Ledger
}

/** What a person does, on nodes that every binding has. The choices are those of Pupitre's own fuzz (document/fuzz). */
export const STEPS = {
  type: ({ random, ledger }) => $caret(random).insertText(ledger.type(1 + random.below(3))),
  bold: ({ random }) => $range(random)?.formatText(random.pick(['bold', 'italic', 'underline'])),
  enter: ({ random }) => $caret(random).insertParagraph(),
  heading: ({ writer, random }) => writer.$setKind(random.pick($blocks()), random.chance(0.6) ? 'h2' : 'paragraph'),
  join: ({ random }) => $join(random),
  backspace: ({ random }) => $deleteCharacter(random),
  delete: ({ random }) => $range(random)?.removeText(),
} satisfies Record<string, (hand: Hand) => unknown>

export type Step = keyof typeof STEPS

/** The steps that may take characters away. */
export const DELETING: ReadonlySet<Step> = new Set<Step>(['backspace', 'delete'])

export function $blocks(): ElementNode[] {
  return $getRoot().getChildren().filter($isElementNode)
}

export function $texts(): TextNode[] {
  return $getRoot().getAllTextNodes()
}

/** Offsets between code points. */
function stops(text: TextNode): number[] {
  const offsets = [0]
  for (const codePoint of text.getTextContent()) offsets.push((offsets.at(-1) ?? 0) + codePoint.length)
  return offsets
}

function $caret(random: Random): RangeSelection {
  const text = random.pickOrNull($texts())
  if (!text || random.chance(0.3)) {
    const block = random.pick($blocks())
    return random.chance(0.5) ? block.selectStart() : block.selectEnd()
  }
  const offset = random.pick(stops(text))
  return text.select(offset, offset)
}

function $range(random: Random): RangeSelection | null {
  const texts = $texts()
  if (texts.length === 0) return null
  const first = random.below(texts.length)
  const last = random.chance(0.6) ? first : Math.min(texts.length - 1, first + random.below(3))
  const [from, to] = [texts[first], texts[last]]
  if (!from || !to) return null
  const points = [random.pick(stops(from)), random.pick(stops(to))]
  if (first === last) points.sort((a, b) => a - b)
  const selection = $createRangeSelection()
  selection.anchor.set(from.getKey(), points[0] ?? 0, 'text')
  selection.focus.set(to.getKey(), points[1] ?? 0, 'text')
  $setSelection(selection)
  return selection.isCollapsed() ? null : selection
}

/** Backspace at the start of a block: the block before takes what this one holds. */
function $join(random: Random): void {
  const block = random.pick($blocks())
  const previous = block.getPreviousSibling()
  if (!$isElementNode(previous)) return
  previous.selectEnd()
  previous.append(...block.getChildren())
  block.remove(true)
}

function $deleteCharacter(random: Random): void {
  const text = random.pickOrNull($texts())
  if (!text) return
  const offsets = stops(text)
  const at = random.below(offsets.length - 1)
  text.select(offsets[at] ?? 0, offsets[at + 1] ?? 0).removeText()
}
