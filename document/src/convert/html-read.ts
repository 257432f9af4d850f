import type { Element, Nodes, Parents } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { isLink } from '../links.ts'
import type { BlockAttributes, InlineAttributes, TextDelta } from '../model.ts'
import { BlockBuilder, Place } from './block-builder.ts'
import type { Block } from './block.ts'
import { cleanText } from './clean-text.ts'
import { parseEmbedReference } from './embed-token.ts'
import { isBlockElement, isUnread, kindOfTag } from './html-elements.ts'
import { isNestedTooDeep } from './html-depth.ts'
import { isHidden, keepsWhiteSpace, marksInside, stylesOf } from './html-style.ts'
import { isWordMarker, wordListItem } from './html-word.ts'
import { writeBlocks } from './write-blocks.ts'

interface Context {
  place: Place
  attributes: InlineAttributes
  preserved: boolean
}

const PARAGRAPH: BlockAttributes = { kind: 'paragraph', indent: 0, checked: false }

class TreeReader {
  readonly #builder: BlockBuilder

  constructor(place: Place) {
    this.#builder = new BlockBuilder(place)
  }

  get blocks(): Block[] {
    this.#builder.close()
    return this.#builder.blocks
  }

  children(parent: Parents, context: Context): void {
    for (const child of parent.children) this.#node(child, context)
  }

  #node(node: Nodes, context: Context): void {
    if (node.type === 'text') {
      if (context.preserved) this.#builder.preserved(node.value, context.attributes, context.place)
      else this.#builder.text(node.value, context.attributes, context.place)
    } else if (node.type === 'element') this.#element(node, context)
  }

  #element(element: Element, outside: Context): void {
    const styles = stylesOf(element)
    if (isUnread(element.tagName) || isHidden(styles) || isWordMarker(styles)) return
    const context: Context = {
      place: outside.place,
      attributes: marksInside(element, styles, outside.attributes),
      preserved: keepsWhiteSpace(element, styles) ?? outside.preserved,
    }
    const embed = parseEmbedReference(String(element.properties.dataEmbed ?? ''))
    if (embed) return this.#builder.embed(embed, context.place)
    switch (element.tagName) {
      case 'br':
        return this.#builder.lineBreak(context.place)
      case 'img':
        return this.#builder.text(String(element.properties.alt ?? ''), context.attributes, context.place)
      case 'input':
        return readCheckbox(element, context.place)
      case 'a':
        return this.children(element, withLink(element, context))
      case 'o:p':
        return this.#officeParagraph(element, context)
      case 'ul':
      case 'ol':
        return this.#list(element, context)
      case 'li':
        return this.#item(element, { ordered: false, indent: context.place.others.indent }, context)
      case 'tr':
        return this.#builder.row(() => this.#cells(element, context))
      case 'pre':
        return this.#block(element, { ...context, attributes: { ...context.attributes, code: true } })
      default:
        return this.#other(element, context, wordListItem(element, styles))
    }
  }

  #other(element: Element, context: Context, wordItem: BlockAttributes | null): void {
    const kind = kindOfTag(element.tagName)
    // Before its place is looked at: what comes first in a list item takes the item's.
    if (wordItem || kind || isBlockElement(element.tagName)) this.#builder.close()
    if (wordItem) return this.#block(element, { ...context, place: new Place(wordItem) })
    if (kind) {
      const indent = readIndent(element) ?? context.place.current.indent
      this.#block(element, { ...context, place: new Place({ kind, indent, checked: false }) })
      context.place.own = null
    } else if (isBlockElement(element.tagName)) {
      const indent = readIndent(element)
      const place = indent === null ? context.place : new Place({ ...context.place.current, indent })
      this.#block(element, { ...context, place })
    } else this.children(element, context)
  }

  #block(element: Element, context: Context): void {
    this.#builder.close()
    this.children(element, context)
    this.#builder.close()
  }

  /** Word fills its empty paragraphs with one no-break space, in an element of its own. */
  #officeParagraph(element: Element, context: Context): void {
    const [only] = element.children
    const filler = element.children.length === 1 && only?.type === 'text' && only.value === '\u00a0'
    if (filler) this.#builder.lineBreak(context.place)
    else this.children(element, context)
  }

  #list(element: Element, context: Context): void {
    this.#builder.close()
    // A list that begins an item leaves it without content of its own.
    context.place.own = null
    const { indent } = context.place.others
    const inside: Context = { ...context, place: new Place({ ...PARAGRAPH, indent: indent + 1 }) }
    for (const child of element.children) {
      if (child.type === 'element' && child.tagName === 'li') {
        this.#item(child, { ordered: element.tagName === 'ol', indent }, context)
      } else this.#node(child, inside)
    }
    this.#builder.close()
  }

  #item(element: Element, { ordered, indent }: { ordered: boolean; indent: number }, context: Context): void {
    this.#builder.close()
    const own: BlockAttributes = { kind: ordered ? 'number' : 'bullet', indent, checked: false }
    if (element.properties.role === 'checkbox') {
      own.kind = 'check'
      own.checked = element.properties.ariaChecked === 'true'
    }
    const place = new Place({ ...PARAGRAPH, indent: indent + 1 }, own)
    const styles = stylesOf(element)
    this.children(element, {
      place,
      attributes: marksInside(element, styles, context.attributes),
      preserved: keepsWhiteSpace(element, styles) ?? context.preserved,
    })
    this.#builder.close()
    if (place.own) this.#builder.emptyBlock(place)
  }

  #cells(row: Element, context: Context): void {
    const cells = row.children.filter((child) => child.type === 'element')
    for (const [index, cell] of cells.entries()) {
      if (index > 0) this.#builder.cellEnd(context.place)
      this.children(cell, context)
    }
  }
}

function readIndent(element: Element): number | null {
  const indent = element.properties.dataIndent
  return typeof indent === 'string' && /^\d$/.test(indent) ? Number(indent) : null
}

function readCheckbox(element: Element, place: Place): void {
  if (element.properties.type !== 'checkbox' || !place.own) return
  place.own.kind = 'check'
  place.own.checked = element.properties.checked === true
}

function withLink(element: Element, context: Context): Context {
  const { href } = element.properties
  return isLink(href) ? { ...context, attributes: { ...context.attributes, link: href } } : context
}

function readTree(html: string): Block[] {
  const place = new Place(PARAGRAPH)
  const reader = new TreeReader(place)
  reader.children(fromHtml(html, { fragment: true }), { place, attributes: {}, preserved: false })
  return reader.blocks
}

/** HTML to blocks, none for HTML that shows no text. Never throws; see `htmlToDelta`. */
export function htmlToBlocks(html: string): Block[] {
  if (isNestedTooDeep(html)) return htmlText(html)
  try {
    return readTree(html)
  } catch (error) {
    // What the count of tags did not foresee may still exhaust the stack of the parser, which recurses.
    if (error instanceof RangeError) return htmlText(html)
    throw error
  }
}

function htmlText(html: string): Block[] {
  const text = cleanText(html.replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ')).trim()
  return [{ ...PARAGRAPH, inlines: text === '' ? [] : [{ text, attributes: {} }] }]
}

/**
 * HTML to a field, as pasted from a word processor or a web page. Only what the model holds comes through: kinds, lists and their
 * depth, the five marks, http(s) and mailto links, our own embeds. Tables become one line per row, images their alternative text,
 * other elements their text; scripts, styles and hidden elements nothing. Never throws.
 */
export function htmlToDelta(html: string): TextDelta {
  return writeBlocks(htmlToBlocks(html))
}
