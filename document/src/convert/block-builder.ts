import { MAX_INDENT } from '../model.ts'
import type { BlockAttributes, Embed, InlineAttributes } from '../model.ts'
import { appendText } from './block.ts'
import type { Block, Inline } from './block.ts'
import { cleanText } from './clean-text.ts'
import { isBreak, withoutClosingBreak } from './inlines.ts'

/** Where text goes: `own` for the first block closed here when there is one (a list item), `others` for the next ones. */
export class Place {
  own: BlockAttributes | null
  readonly others: BlockAttributes

  constructor(others: BlockAttributes, own: BlockAttributes | null = null) {
    this.others = others
    this.own = own
  }

  get current(): BlockAttributes {
    return this.own ?? this.others
  }
}

// The white space of HTML: the no-break spaces are characters like others.
const COLLAPSIBLE = /([ \t\n\f\r]+)/

/** Gathers the blocks of an HTML tree, collapsing white space as browsers do. */
export class BlockBuilder {
  readonly blocks: Block[] = []
  #inlines: Inline[] = []
  #place: Place
  /** The space met since the last character, kept until another one follows in the same line. */
  #space: InlineAttributes | null = null
  #rows = 0

  constructor(place: Place) {
    this.#place = place
  }

  text(value: string, attributes: InlineAttributes, place: Place): void {
    for (const piece of value.split(COLLAPSIBLE)) {
      if (piece === '') continue
      if (!/^[ \t\n\f\r]/.test(piece)) this.#write(piece, attributes, place)
      else if (this.#inlines.length > 0 && !isBreak(this.#inlines.at(-1))) this.#space ??= attributes
    }
  }

  /** Text whose white space counts: its line ends are soft breaks. */
  preserved(value: string, attributes: InlineAttributes, place: Place): void {
    for (const [index, line] of value.split(/\r\n|[\n\r]/).entries()) {
      if (index > 0) this.lineBreak(place)
      if (line !== '') this.#write(line, attributes, place)
    }
  }

  embed(embed: Embed, place: Place): void {
    this.#flushSpace()
    this.#place = place
    this.#inlines.push({ embed })
  }

  lineBreak(place: Place): void {
    if (this.#rows > 0) return this.text(' ', {}, place)
    this.#space = null
    this.#place = place
    this.#inlines.push({ embed: { break: true } })
  }

  /** Ends the block being read; without content there is none. In a table's row, the line goes on. */
  close(): void {
    if (this.#rows > 0) return this.text(' ', {}, this.#place)
    this.#space = null
    if (this.#inlines.length === 0) return
    this.#push(this.#place, withoutClosingBreak(this.#inlines))
    this.#inlines = []
  }

  /** Adds a block without content, for a list item that has none. */
  emptyBlock(place: Place): void {
    if (this.#rows === 0) this.#push(place, [])
  }

  /** Reads a whole row of a table as one line. */
  row(read: () => void): void {
    this.close()
    this.#rows += 1
    read()
    this.#rows -= 1
    this.close()
  }

  cellEnd(place: Place): void {
    this.#space = null
    if (this.#inlines.length > 0) this.#write(' |', {}, place)
    this.text(' ', {}, place)
  }

  #push(place: Place, inlines: Inline[]): void {
    const { kind, indent, checked } = place.current
    this.blocks.push({ kind, indent: Math.min(indent, MAX_INDENT), checked: checked && kind === 'check', inlines })
    place.own = null
  }

  #write(text: string, attributes: InlineAttributes, place: Place): void {
    this.#flushSpace()
    this.#place = place
    appendText(this.#inlines, cleanText(text), attributes)
  }

  #flushSpace(): void {
    if (this.#space) appendText(this.#inlines, ' ', this.#space)
    this.#space = null
  }
}
