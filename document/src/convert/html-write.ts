import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { InlineMark, TextDelta } from '../model.ts'
import type { Block, Inline } from './block.ts'
import { embedReference } from './embed-token.ts'
import type { ReferenceEmbed } from './embed-token.ts'
import { isBreak } from './inlines.ts'
import { markTree } from './mark-tree.ts'
import type { MarkNode } from './mark-tree.ts'
import { readBlocks } from './read-blocks.ts'

/** The words shown for an embed: given by whoever knows what the viewer may read. */
export type EmbedText = (embed: ReferenceEmbed) => string

const TAGS: Record<InlineMark, string> = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' }

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function neutralText(embed: ReferenceEmbed): string {
  if ('mention' in embed) return 'mention'
  return 'ficheLink' in embed ? 'fiche' : 'image'
}

/** White space that HTML would collapse: at an edge of a line, doubled, or a tab. */
function hasLooseSpace(inlines: Inline[]): boolean {
  const text = inlines.map((inline) => ('text' in inline ? inline.text : isBreak(inline) ? '\n' : '\ufffc')).join('')
  return /\t|(?:^|[ \n]) | (?:\n|$)/.test(text)
}

class TreeWriter {
  readonly root: Root = { type: 'root', children: [] }
  readonly #open: Element[] = []
  readonly #embedText: EmbedText

  constructor(embedText: EmbedText) {
    this.#embedText = embedText
  }

  add(block: Block): void {
    if (block.kind === 'bullet' || block.kind === 'number' || block.kind === 'check') this.#addItem(block)
    else this.#addFlow(block)
  }

  #addItem(block: Block): void {
    this.#open.length = Math.min(this.#open.length, block.indent)
    while (this.#open.length < block.indent) this.#append('ul', [])
    const box: ElementContent[] = []
    if (block.kind === 'check')
      box.push(element('input', { type: 'checkbox', disabled: true, checked: block.checked }, []))
    this.#append(block.kind === 'number' ? 'ol' : 'ul', [...box, ...this.#content(block)])
  }

  #append(listTag: 'ul' | 'ol', children: ElementContent[]): void {
    const siblings = this.#siblings()
    const last = siblings.at(-1)
    const item = element('li', {}, children)
    if (last?.type === 'element' && last.tagName === listTag) last.children.push(item)
    else siblings.push(element(listTag, {}, [item]))
    this.#open.push(item)
  }

  #addFlow(block: Block): void {
    const held = this.#open.length >= block.indent
    this.#open.length = held ? block.indent : 0
    const siblings = this.#siblings()
    const properties: Properties = held ? {} : { dataIndent: String(block.indent) }
    const tagName = block.kind === 'h2' || block.kind === 'h3' ? block.kind : 'p'
    const content = element(tagName, properties, this.#content(block))
    const last = siblings.at(-1)
    if (block.kind !== 'quote') siblings.push(content)
    else if (last?.type === 'element' && last.tagName === 'blockquote') last.children.push(content)
    else siblings.push(element('blockquote', {}, [content]))
  }

  #siblings(): (RootContent | ElementContent)[] {
    return this.#open.at(-1)?.children ?? this.root.children
  }

  #content(block: Block): ElementContent[] {
    const nodes = markTree(block).map((node) => this.#inline(node))
    const last = block.inlines.at(-1)
    // The last break of a block shows nothing in HTML: one more makes its empty line.
    if (!last || isBreak(last)) nodes.push(element('br', {}, []))
    return hasLooseSpace(block.inlines) ? [element('span', { style: 'white-space: pre-wrap' }, nodes)] : nodes
  }

  #inline(node: MarkNode): ElementContent {
    if (node.type === 'text') return { type: 'text', value: node.text }
    if (node.type === 'embed') {
      if ('break' in node.embed) return element('br', {}, [])
      const text: ElementContent = { type: 'text', value: this.#embedText(node.embed) }
      return element('span', { dataEmbed: embedReference(node.embed) }, [text])
    }
    const children = node.children.map((child) => this.#inline(child))
    if (node.type === 'mark') return element(TAGS[node.mark], {}, children)
    return element('a', { href: node.href, rel: ['noopener', 'noreferrer'] }, children)
  }
}

/**
 * A field as an HTML fragment: real nested lists, titres from `h2`, safe to show as it is. `htmlToDelta` reads it back to the same
 * normal form. Embeds are `<span data-embed="pupitre:fiche/<uuid>">` around the words that `embedText` gives (neutral ones without it).
 */
export function deltaToHtml(delta: TextDelta, embedText: EmbedText = neutralText): string {
  const writer = new TreeWriter(embedText)
  for (const block of readBlocks(delta)) writer.add(block)
  return toHtml(writer.root)
}
