import type { TextDelta } from '../model.ts'
import type { Block } from './block.ts'
import { disarmTokens, embedToken } from './embed-token.ts'
import { cleanText } from './clean-text.ts'
import { listNumbers } from './list-numbers.ts'
import { readBlocks } from './read-blocks.ts'
import { writeBlocks } from './write-blocks.ts'

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/

function blockText(block: Block): string {
  let text = ''
  let typed = ''
  for (const inline of block.inlines) {
    if ('text' in inline) {
      typed += inline.text
      continue
    }
    text += disarmTokens(typed) + ('break' in inline.embed ? '\n' : embedToken(inline.embed))
    typed = ''
  }
  return text + disarmTokens(typed)
}

function listMarker(block: Block, number: number): string {
  if (block.kind === 'bullet') return '- '
  if (block.kind === 'number') return `${number}. `
  if (block.kind === 'check') return block.checked ? '[x] ' : '[ ] '
  return ''
}

/**
 * A field as plain text: one line per block and per soft break, list items with their marker and two spaces per indent,
 * embeds as neutral tokens (embed-token.ts), no line end after the last. Never throws.
 */
export function deltaToPlain(delta: TextDelta): string {
  const blocks = readBlocks(delta)
  const numbers = listNumbers(blocks)
  const lines = blocks.map((block, index) => {
    const marker = listMarker(block, numbers[index] ?? 1)
    return `${marker ? '  '.repeat(block.indent) : ''}${marker}${blockText(block)}`
  })
  return lines.join('\n')
}

/** A one-line field (titre) as text: line ends and embeds read as spaces, edge spaces are left out. */
export function deltaToPlainLine(delta: TextDelta): string {
  return readBlocks(delta)
    .map((block) => block.inlines.map((inline) => ('text' in inline ? inline.text : ' ')).join(''))
    .join(' ')
    .trim()
}

/** Plain text to a field: each line is a paragraph, line ends at the end of the text are left out. Markup and tokens stay characters. */
export function plainToDelta(text: string): TextDelta {
  const lines = text.split(LINE_END).map(cleanText)
  while (lines.length > 1 && lines.at(-1) === '') lines.pop()
  return writeBlocks(
    lines.map((line) => ({
      kind: 'paragraph',
      indent: 0,
      checked: false,
      inlines: line === '' ? [] : [{ text: line, attributes: {} }],
    })),
  )
}

/** Text to a one-line field (titre): line ends become spaces, edge spaces are left out. */
export function plainLineToDelta(text: string): TextDelta {
  const line = text.split(LINE_END).map(cleanText).join(' ').trim()
  return [{ insert: `${line}\n` }]
}
