import { flatBlock, pushRun } from './block.ts'
import type { FlatBlock, Run } from './block.ts'
import { NO_FORMAT, PLAIN_BLOCK, PLAIN_TEXT } from './format.ts'
import { INNER_LINE_END, isEmbedToken } from './token.ts'

/** How a field is read: rich text in blocks, or one line without attributes (`titre`). */
export type FieldShape = 'rich' | 'line'

/** A block being built, and which old block its first kept token came from (null: none was kept). */
export interface BuiltBlock {
  readonly block: FlatBlock
  readonly source: number | null
}

/** Makes blocks of a stream of text, embeds and line ends: the one place where a field's shape is decided. */
export class BlockBuilder {
  readonly #shape: FieldShape
  readonly #built: BuiltBlock[] = []
  #runs: Run[] = []
  #source: number | null = null

  constructor(shape: FieldShape) {
    this.#shape = shape
  }

  /** Adds characters (without `\n`) or an embed's token. */
  add(text: string, format: string, source: number | null = null): void {
    if (text === '') return
    this.#source ??= source
    if (isEmbedToken(text)) pushRun(this.#runs, text, NO_FORMAT)
    else pushRun(this.#runs, text, this.#shape === 'line' ? PLAIN_TEXT : format)
  }

  /** Adds a `\n`. */
  endLine(format: string, source: number | null = null): void {
    this.#source ??= source
    if (this.#shape === 'line') pushRun(this.#runs, INNER_LINE_END, NO_FORMAT)
    else this.#close(format, true)
  }

  /** The blocks; what follows the last `\n` is one more, unless there is nothing. */
  finish(): BuiltBlock[] {
    if (this.#runs.length === 0) return this.#built
    if (this.#shape === 'line' && this.#runs.at(-1)?.text === INNER_LINE_END) {
      this.#runs.pop()
      this.#close(PLAIN_BLOCK, true)
    } else this.#close(PLAIN_BLOCK, false)
    return this.#built
  }

  #close(format: string, ended: boolean): void {
    this.#built.push({ block: flatBlock({ runs: this.#runs, format, ended }), source: this.#source })
    this.#runs = []
    this.#source = null
  }
}
