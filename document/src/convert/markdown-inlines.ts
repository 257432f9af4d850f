import type { PhrasingContent } from 'mdast'
import { isLink } from '../links.ts'
import { INLINE_MARKS, MAX_INDENT } from '../model.ts'
import type { InlineAttributes, InlineMark } from '../model.ts'
import { appendText } from './block.ts'
import type { Inline } from './block.ts'
import { cleanText } from './clean-text.ts'
import { parseEmbedReference } from './embed-token.ts'
import { markOfTag } from './html-marks.ts'
import { withoutClosingBreak } from './inlines.ts'

const TAG = /^<(\/?)([a-z]+)(?:\s[^>]*)?\/?>$/i
const INDENT_COMMENT = /^<!-- indent (\d) -->$/

/** Resolves a reference link's label to its address. */
export type Definitions = ReadonlyMap<string, string>

/** Reads one block's phrasing: marks from Markdown and from inline tags, which may open and close at different depths. */
export class MarkdownInlines {
  readonly #definitions: Definitions
  readonly #inlines: Inline[] = []
  readonly #openTags = new Map<InlineMark, number>()
  #indent: number | null = null

  constructor(definitions: Definitions) {
    this.#definitions = definitions
  }

  read(nodes: PhrasingContent[], attributes: InlineAttributes = {}): this {
    for (const node of nodes) this.#readNode(node, attributes)
    return this
  }

  get inlines(): Inline[] {
    return withoutClosingBreak(this.#inlines)
  }

  /** The depth that the block itself says, when no list item holds it. */
  get indent(): number | null {
    return this.#indent
  }

  #readNode(node: PhrasingContent, attributes: InlineAttributes): void {
    switch (node.type) {
      case 'text':
        return this.#text(node.value, attributes)
      case 'inlineCode':
        return this.#text(node.value, { ...attributes, code: true })
      case 'strong':
        return void this.read(node.children, { ...attributes, bold: true })
      case 'emphasis':
        return void this.read(node.children, { ...attributes, italic: true })
      case 'delete':
        return void this.read(node.children, { ...attributes, strike: true })
      case 'break':
        return void this.#inlines.push({ embed: { break: true } })
      case 'link':
        return this.#link(node.url, node.children, attributes)
      case 'linkReference':
        return this.#link(this.#definitions.get(node.identifier) ?? '', node.children, attributes)
      case 'image':
      case 'imageReference':
        return this.#text(node.alt ?? '', attributes)
      case 'html':
        return this.#html(node.value)
      default:
        return
    }
  }

  #text(text: string, attributes: InlineAttributes): void {
    const marks = { ...attributes }
    for (const mark of INLINE_MARKS) if (this.#openTags.get(mark)) marks[mark] = true
    // A line end inside a paragraph is a space.
    appendText(this.#inlines, cleanText(text.replace(/\r?\n|\r/g, ' ')), marks)
  }

  #link(url: string, children: PhrasingContent[], attributes: InlineAttributes): void {
    const embed = parseEmbedReference(url)
    if (embed) this.#inlines.push({ embed })
    else this.read(children, isLink(url) ? { ...attributes, link: url } : attributes)
  }

  #html(value: string): void {
    const indent = INDENT_COMMENT.exec(value)?.[1]
    if (indent) this.#indent = Math.min(Number(indent), MAX_INDENT)
    const [, slash, name] = TAG.exec(value) ?? []
    if (!name) return
    if (name.toLowerCase() === 'br') this.#inlines.push({ embed: { break: true } })
    const mark = markOfTag(name.toLowerCase())
    if (!mark) return
    const depth = this.#openTags.get(mark) ?? 0
    this.#openTags.set(mark, slash ? Math.max(0, depth - 1) : depth + 1)
  }
}
