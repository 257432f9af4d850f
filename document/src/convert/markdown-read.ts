import type { ListItem, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { MAX_INDENT } from '../model.ts'
import type { BlockKind, TextDelta } from '../model.ts'
import type { Block, Inline } from './block.ts'
import { cleanText } from './clean-text.ts'
import { htmlToBlocks } from './html-read.ts'
import { MarkdownInlines } from './markdown-inlines.ts'
import type { Definitions } from './markdown-inlines.ts'
import { plainToDelta } from './plain.ts'
import { writeBlocks } from './write-blocks.ts'

/** The kind and depth of the blocks that a node holds directly. */
interface Place {
  kind: BlockKind
  indent: number
  checked: boolean
}

class TreeReader {
  readonly blocks: Block[] = []
  readonly #definitions: Definitions

  constructor(definitions: Definitions) {
    this.#definitions = definitions
  }

  read(nodes: RootContent[], place: Place): void {
    for (const node of nodes) this.#readNode(node, place)
  }

  #readNode(node: RootContent, place: Place): void {
    switch (node.type) {
      case 'paragraph': {
        const content = new MarkdownInlines(this.#definitions).read(node.children)
        return this.#add({ ...place, indent: content.indent ?? place.indent }, content.inlines)
      }
      case 'heading': {
        const content = new MarkdownInlines(this.#definitions).read(node.children)
        const kind = node.depth <= 2 ? 'h2' : 'h3'
        return this.#add({ kind, indent: content.indent ?? place.indent, checked: false }, content.inlines)
      }
      case 'blockquote':
        return this.read(node.children, { ...place, kind: 'quote' })
      case 'list':
        for (const item of node.children) this.#readItem(item, node.ordered === true, place.indent)
        return
      case 'code':
        return this.#add(place, codeLines(node.value))
      case 'html':
        return this.#readHtml(node.value, place)
      default:
        return
    }
  }

  #readItem(item: ListItem, ordered: boolean, indent: number): void {
    const own: Place = { kind: ordered ? 'number' : 'bullet', indent, checked: item.checked === true }
    if (typeof item.checked === 'boolean') own.kind = 'check'
    const [first, ...rest] = item.children
    const deeper: Place = { kind: 'paragraph', indent: indent + 1, checked: false }
    if (!first) return this.#add(own, [])
    // An item that begins with another block has no content of its own: it only opens a depth.
    this.read([first], first.type === 'paragraph' || first.type === 'html' ? own : deeper)
    this.read(rest, deeper)
  }

  #readHtml(value: string, place: Place): void {
    for (const [index, block] of htmlToBlocks(value).entries()) {
      if (index === 0 && block.kind === 'paragraph') this.#add(place, block.inlines)
      else this.#push({ ...block, indent: place.indent + block.indent })
    }
  }

  #add(place: Place, inlines: Inline[]): void {
    this.#push({ ...place, inlines })
  }

  #push(block: Block): void {
    this.blocks.push({ ...block, indent: Math.min(block.indent, MAX_INDENT) })
  }
}

function codeLines(value: string): Inline[] {
  return value.split('\n').flatMap((line, index): Inline[] => {
    const text = cleanText(line)
    const inlines: Inline[] = index > 0 ? [{ embed: { break: true } }] : []
    if (text !== '') inlines.push({ text, attributes: { code: true } })
    return inlines
  })
}

// Columns of indent that are looked at: the parser's time grows with the cube of the depth, and the model's depth ends long before.
const DEEP_INDENT = /^[ \t]{100,}/gm

function readTree(markdown: string): Block[] {
  const tree = fromMarkdown(markdown.replace(DEEP_INDENT, ' '.repeat(100)), {
    extensions: [gfmStrikethrough(), gfmTaskListItem()],
    mdastExtensions: [gfmStrikethroughFromMarkdown(), gfmTaskListItemFromMarkdown()],
  })
  const definitions = new Map<string, string>()
  for (const node of tree.children) if (node.type === 'definition') definitions.set(node.identifier, node.url)
  const reader = new TreeReader(definitions)
  reader.read(tree.children, { kind: 'paragraph', indent: 0, checked: false })
  return reader.blocks
}

/**
 * Markdown to a field. What the model cannot hold is reduced: first-level titles to the second, code blocks to lines of code,
 * images to their alternative text, embedded HTML as `htmlToDelta` does. Never throws.
 */
export function markdownToDelta(markdown: string): TextDelta {
  try {
    return writeBlocks(readTree(markdown))
  } catch (error) {
    // Thousands of nested containers exhaust the stack of the parser, which recurses: nobody wrote that, so it is read as characters.
    if (error instanceof RangeError) return plainToDelta(markdown)
    throw error
  }
}
