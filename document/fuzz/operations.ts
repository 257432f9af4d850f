import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setCompositionKey,
  $setSelection,
} from 'lexical'
import type { RangeSelection, TextNode } from 'lexical'
import { $createBlockNode, $isBlockNode } from '../src/client/block-node.ts'
import type { BlockNode } from '../src/client/block-node.ts'
import { $indentBlocks, $setKind, $toggleChecked } from '../src/client/edit-blocks.ts'
import { $setLink } from '../src/client/edit-link.ts'
import { $createEmbedNode } from '../src/client/embed-node.ts'
import { $createFlatTextNode } from '../src/client/flat-text-node.ts'
import { BLOCK_KINDS } from '../src/model.ts'
import type { Ledger } from './ledger.ts'
import type { Random } from './random.ts'

interface Hand {
  random: Random
  ledger: Ledger
}

/** What a user can do inside one editor update. */
export const OPERATIONS = {
  type: ({ random, ledger }) => $caret(random).insertText(ledger.type(1 + random.below(3))),
  enter: ({ random }) => {
    $caret(random).insertParagraph()
  },
  // Backspace at the start of a paragraph, as Lexical does it: the block before takes what this one holds.
  join: ({ random }) => $join(random),
  softBreak: ({ random }) => $caret(random).insertLineBreak(),
  backspace: ({ random }) => $deleteCharacter(random),
  replace: ({ random, ledger }) => $range(random)?.insertText(ledger.type(1)),
  delete: ({ random }) => $range(random)?.removeText(),
  empty: ({ random }) => $empty(random),
  paste: (hand) => $paste(hand),
  bold: ({ random }) =>
    $range(random)?.formatText(random.pick(['bold', 'italic', 'underline', 'strikethrough', 'code'])),
  boldAll: () => {
    const root = $getRoot()
    root.select(0, root.getChildrenSize()).formatText('bold')
  },
  link: ({ random }) => {
    if ($range(random)) $setLink(random.chance(0.3) ? null : `https://exemple.fr/${random.below(2)}`)
  },
  kind: ({ random }) => {
    $selectBlocks(random)
    $setKind(random.pick(BLOCK_KINDS))
    if (random.chance(0.3)) $toggleChecked()
  },
  indent: ({ random }) => {
    $selectBlocks(random)
    $indentBlocks(random.chance(0.6) ? 1 : -1)
  },
  embed: ({ random }) => {
    const json = random.pick([
      '{"mention":{"id":"7f9c24e8-3b12-4fef-91e0-52f5b0f0a1d3","kind":"user"}}',
      '{"unknown":{"a":1}}',
    ])
    $caret(random).insertNodes([$createEmbedNode(json)])
  },
  move: ({ random }) => $move(random),
  composeStart: ({ random }) => $composeStart(random),
  composeType: ({ ledger }) => $composeType(ledger),
  composeEnd: () => $setCompositionKey(null),
} satisfies Record<string, (hand: Hand) => unknown>

export type OperationName = keyof typeof OPERATIONS

/** The only ones that may take characters away. */
export const DELETING: ReadonlySet<OperationName> = new Set<OperationName>(['backspace', 'replace', 'delete', 'empty'])

function $blocks(): BlockNode[] {
  return $getRoot().getChildren().filter($isBlockNode)
}

function $randomText(random: Random): TextNode | null {
  return random.pickOrNull($getRoot().getAllTextNodes())
}

/** Offsets between code points: where a browser lets a caret be. */
function stops(text: TextNode): number[] {
  const offsets = [0]
  for (const codePoint of text.getTextContent()) offsets.push((offsets.at(-1) ?? 0) + codePoint.length)
  return offsets
}

function $caret(random: Random): RangeSelection {
  const text = $randomText(random)
  if (!text || random.chance(0.3)) {
    const block = random.pick($blocks())
    return random.chance(0.5) ? block.selectStart() : block.selectEnd()
  }
  const offset = random.pick(stops(text))
  return text.select(offset, offset)
}

function $range(random: Random): RangeSelection | null {
  const texts = $getRoot().getAllTextNodes()
  if (texts.length === 0) return null
  const first = random.below(texts.length)
  const last = random.chance(0.6) ? first : Math.min(texts.length - 1, first + random.below(3))
  const [from, to] = [texts[first], texts[last]]
  if (!from || !to) return null
  const points = [random.pick(stops(from)), random.pick(stops(to))]
  if (first === last) points.sort((a, b) => a - b)
  const [start = 0, end = 0] = points
  const selection = $createRangeSelection()
  selection.anchor.set(from.getKey(), start, 'text')
  selection.focus.set(to.getKey(), end, 'text')
  $setSelection(selection)
  return selection.isCollapsed() ? null : selection
}

function $selectBlocks(random: Random): void {
  const blocks = $blocks()
  const first = random.below(blocks.length)
  const last = Math.min(blocks.length - 1, first + (random.chance(0.7) ? 0 : random.below(3)))
  const selection = blocks[first]?.selectStart()
  const end = blocks[last]?.selectEnd().focus
  if (!selection || !end) return
  const range = $createRangeSelection()
  range.anchor.set(selection.anchor.key, selection.anchor.offset, selection.anchor.type)
  range.focus.set(end.key, end.offset, end.type)
  $setSelection(range)
}

function $join(random: Random): void {
  const block = random.pick($blocks())
  const previous = block.getPreviousSibling()
  if (!$isBlockNode(previous)) return
  previous.selectEnd()
  previous.append(...block.getChildren())
  block.remove(true)
}

function $deleteCharacter(random: Random): void {
  const text = $randomText(random)
  if (!text) return
  const offsets = stops(text)
  const i = random.below(offsets.length - 1)
  text.select(offsets[i] ?? 0, offsets[i + 1] ?? 0).removeText()
}

function $empty(random: Random): void {
  if (random.chance(0.5)) {
    $getRoot().clear().append($createBlockNode())
    return
  }
  const block = random.pick($blocks())
  block.clear()
  if (random.chance(0.5) && $blocks().length > 1) block.remove(true)
}

function $paste({ random, ledger }: Hand): void {
  const blocks = Array.from({ length: 1 + random.below(3) }, () =>
    $createBlockNode(random.pick(BLOCK_KINDS)).append($createFlatTextNode(ledger.type(2), { marks: random.below(4) })),
  )
  $caret(random).insertNodes(blocks)
}

function $composeStart(random: Random): void {
  const { key, type } = $caret(random).anchor
  if (type === 'text') $setCompositionKey(key)
}

/** An input method writes at the end of what it composes. */
function $composeType(ledger: Ledger): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const { node, offset } = { node: selection.anchor.getNode(), offset: selection.anchor.offset }
  if (!$isTextNode(node)) return
  const text = ledger.type(1)
  node.spliceText(offset, 0, text, true)
}

function $move(random: Random): void {
  const moved = random.pick($blocks())
  const target = random.pick($blocks())
  if (!moved.is(target)) target.insertAfter(moved)
}

/** The characters that the editor holds in the update that runs. */
export function $characters(): string {
  return $getRoot()
    .getAllTextNodes()
    .map((text) => text.getTextContent())
    .join('')
}

/** Whether the selection, if there is one, is on nodes and offsets that exist. */
export function $hasSoundSelection(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return true
  return [selection.anchor, selection.focus].every(({ key, offset, type }) => {
    const node = selection.anchor.key === key ? selection.anchor.getNode() : selection.focus.getNode()
    if (!node.isAttached()) return false
    if (type === 'text') return $isTextNode(node) && offset <= node.getTextContentSize()
    return 'getChildrenSize' in node && offset <= node.getChildrenSize()
  })
}
