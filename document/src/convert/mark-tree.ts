import type { Embed, InlineAttributes, InlineMark } from '../model.ts'
import type { Block, Inline } from './block.ts'

/** A block's inlines as nested marks, as Markdown and HTML write them. */
export type MarkNode =
  | { type: 'mark'; mark: InlineMark; children: MarkNode[] }
  | { type: 'link'; href: string; children: MarkNode[] }
  | { type: 'text'; text: string }
  | { type: 'embed'; embed: Embed }

type Level = keyof InlineAttributes

// Outermost first. Code is innermost: Markdown reads nothing inside it.
const LEVELS: Level[] = ['link', 'bold', 'italic', 'strike', 'underline', 'code']

function valueAt(inline: Inline, level: Level): string | true | undefined {
  return 'text' in inline ? inline.attributes[level] : undefined
}

function leaf(inline: Inline): MarkNode {
  return 'text' in inline ? { type: 'text', text: inline.text } : { type: 'embed', embed: inline.embed }
}

function wrap(level: Level, value: string | true, children: MarkNode[]): MarkNode {
  if (level === 'link') return { type: 'link', href: String(value), children }
  return { type: 'mark', mark: level, children }
}

function nest(inlines: Inline[], depth: number): MarkNode[] {
  const level = LEVELS[depth]
  if (!level) return inlines.map(leaf)
  const nodes: MarkNode[] = []
  for (let start = 0; start < inlines.length;) {
    const first = inlines[start]
    const value = first && valueAt(first, level)
    let end = start + 1
    for (let next = inlines[end]; next && valueAt(next, level) === value; next = inlines[end]) end += 1
    const children = nest(inlines.slice(start, end), depth + 1)
    if (value === undefined) nodes.push(...children)
    else nodes.push(wrap(level, value, children))
    start = end
  }
  return nodes
}

/** Nests a block's marks: each opens once and closes once, links outside, code inside. */
export function markTree(block: Block): MarkNode[] {
  return nest(block.inlines, 0)
}
