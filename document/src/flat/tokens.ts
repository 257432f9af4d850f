import type { FlatBlock } from './block.ts'
import { NO_FORMAT } from './format.ts'
import { INNER_LINE_END, isEmbedToken } from './token.ts'

/** A stretch of blocks as tokens, each with its format and the index of the block it is in. */
export interface Tokens {
  readonly tokens: string[]
  readonly formats: string[]
  readonly blocks: number[]
}

/** Code points, embeds and line ends of these blocks, in order. */
export function tokensOf(blocks: readonly FlatBlock[]): Tokens {
  const tokens: string[] = []
  const formats: string[] = []
  const indexes: number[] = []
  const add = (token: string, format: string, index: number) => {
    tokens.push(token)
    formats.push(format)
    indexes.push(index)
  }
  for (const [index, block] of blocks.entries()) {
    for (const { text, format } of block.runs) {
      if (text === INNER_LINE_END) add('\n', NO_FORMAT, index)
      else if (isEmbedToken(text)) add(text, NO_FORMAT, index)
      else for (const codePoint of text) add(codePoint, format, index)
    }
    if (block.ended) add('\n', block.format, index)
  }
  return { tokens, formats, blocks: indexes }
}
