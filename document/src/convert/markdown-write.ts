import type { BlockContent, Blockquote, List, ListItem, Paragraph, Root, RootContent } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { TextDelta } from '../model.ts'
import type { Block } from './block.ts'
import { blockPhrasing } from './markdown-phrasing.ts'
import { readBlocks } from './read-blocks.ts'

type Flow = { children: (RootContent | BlockContent)[] }

/** Writes a block's depth where no list item holds it; invisible wherever Markdown is shown. */
export function indentComment(indent: number): string {
  return `<!-- indent ${indent} -->`
}

function paragraph(block: Block, looseIndent: number): Paragraph {
  const children = blockPhrasing(block)
  if (looseIndent > 0) children.push({ type: 'html', value: indentComment(looseIndent) })
  return { type: 'paragraph', children }
}

function isList(node: { type: string } | undefined): node is List {
  return node?.type === 'list'
}

function isBlockquote(node: { type: string } | undefined): node is Blockquote {
  return node?.type === 'blockquote'
}

/** Builds the tree block by block; `open` holds the last list item of each depth. */
class TreeWriter {
  readonly root: Root = { type: 'root', children: [] }
  readonly #open: ListItem[] = []

  add(block: Block): void {
    if (block.kind === 'bullet' || block.kind === 'number' || block.kind === 'check') this.#addItem(block)
    else this.#addFlow(block)
  }

  #addItem(block: Block): void {
    this.#open.length = Math.min(this.#open.length, block.indent)
    // A depth that no item opened is opened by an item without content of its own.
    while (this.#open.length < block.indent) this.#append({ ordered: false, checked: null, children: [] })
    this.#append({
      ordered: block.kind === 'number',
      checked: block.kind === 'check' ? block.checked : null,
      children: [paragraph(block, 0)],
    })
    // An empty item is a line of HTML (`<br>`), which only a blank line ends.
    const item = this.#open.at(-1)
    if (item && block.inlines.length === 0) item.spread = true
  }

  #append({
    ordered,
    checked,
    children,
  }: {
    ordered: boolean
    checked: boolean | null
    children: BlockContent[]
  }): void {
    const parent: Flow = this.#open.at(-1) ?? this.root
    const item: ListItem = { type: 'listItem', spread: false, checked, children }
    const last = parent.children.at(-1)
    if (isList(last) && last.ordered === ordered) last.children.push(item)
    else parent.children.push({ type: 'list', ordered, spread: false, children: [item] })
    this.#open.push(item)
  }

  #addFlow(block: Block): void {
    const held = this.#open.length >= block.indent
    this.#open.length = held ? block.indent : 0
    const item = this.#open.at(-1)
    // Else the line would read as the end of the list above it.
    if (item) item.spread = true
    const parent: Flow = item ?? this.root
    const content = paragraph(block, held ? 0 : block.indent)
    const last = parent.children.at(-1)
    if (block.kind === 'h2' || block.kind === 'h3') {
      parent.children.push({ type: 'heading', depth: block.kind === 'h2' ? 2 : 3, children: content.children })
    } else if (block.kind === 'quote' && isBlockquote(last)) last.children.push(content)
    else if (block.kind === 'quote') parent.children.push({ type: 'blockquote', children: [content] })
    else parent.children.push(content)
  }
}

/**
 * A field as Markdown (CommonMark with GFM strikethrough and task lists), without a line end after the last block.
 * `markdownToDelta` reads it back to the same normal form. What Markdown has no sign for is written as HTML that renders the same
 * (`<u>`, `<br>`, marks inside words) or not at all (the depth of a block outside lists).
 */
export function deltaToMarkdown(delta: TextDelta): string {
  const blocks = readBlocks(delta)
  if (isEmptyField(blocks)) return ''
  const writer = new TreeWriter()
  for (const block of blocks) writer.add(block)
  return toMarkdown(writer.root, {
    bullet: '-',
    emphasis: '_',
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
    extensions: [gfmStrikethroughToMarkdown(), gfmTaskListItemToMarkdown()],
  }).replace(/\n$/, '')
}

/** A field in which nothing was written: one paragraph without a character, which is also how no Markdown reads. */
function isEmptyField([first, ...rest]: Block[]): boolean {
  return first?.kind === 'paragraph' && first.indent === 0 && first.inlines.length === 0 && rest.length === 0
}
