import type { PhrasingContent } from 'mdast'
import { embedToken } from './embed-token.ts'
import type { Block } from './block.ts'
import { markTree } from './mark-tree.ts'
import type { MarkNode } from './mark-tree.ts'

type Mark = Extract<MarkNode, { type: 'mark' }>

/** The characters written against both ends of some nodes, none at the ends of a block. */
interface Surroundings {
  before: string
  after: string
  inLink: boolean
}

const TAGS = { bold: 'strong', italic: 'em', strike: 'del', underline: 'u', code: 'code' } as const
const ATTENTION = { bold: 'strong', italic: 'emphasis', strike: 'delete' } as const

const SPACE = /\s/u
const SPACE_OR_PUNCTUATION = /[\s\p{P}\p{S}]/u

// The edges are read by UTF-16 units, as CommonMark's parser does.
function edge(node: MarkNode | undefined, side: 'first' | 'last'): string {
  if (!node) return ''
  if (node.type === 'embed') return '>'
  if (node.type === 'text') return side === 'first' ? node.text.charAt(0) : node.text.charAt(node.text.length - 1)
  // Every mark and link begins and ends with punctuation, whatever its spelling.
  return '*'
}

/**
 * Whether `**`, `_` or `~~` at these edges read as marks: CommonMark wants no space inside them, and no letter against their outside.
 * Where they would not, the mark is written as a tag.
 */
function readsAsAttention(node: Mark, before: string, after: string): boolean {
  const inside = [edge(node.children[0], 'first'), edge(node.children.at(-1), 'last')]
  const outside = [before, after]
  return (
    inside.every((character) => character !== '' && !SPACE.test(character)) &&
    outside.every((character) => character === '' || SPACE_OR_PUNCTUATION.test(character))
  )
}

function tagged(name: string, children: PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'html', value: `<${name}>` }, ...children, { type: 'html', value: `</${name}>` }]
}

function code(node: Mark, inLink: boolean): PhrasingContent[] {
  const text = node.children.map((child) => (child.type === 'text' ? child.text : '')).join('')
  // A code span escapes nothing: a bracket in it could close the link's text, or make a definition of it.
  if (inLink && text.includes(']')) return tagged(TAGS.code, [{ type: 'text', value: text }])
  return [{ type: 'inlineCode', value: text }]
}

function mark(node: Mark, { before, after, inLink }: Surroundings): PhrasingContent[] {
  if (node.mark === 'code') return code(node, inLink)
  const children = phrasing(node.children, { before: '*', after: '*', inLink })
  if (node.mark !== 'underline' && readsAsAttention(node, before, after)) {
    return [{ type: ATTENTION[node.mark], children }]
  }
  return tagged(TAGS[node.mark], children)
}

function phrasing(nodes: MarkNode[], { before, after, inLink }: Surroundings): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.text }]
    if (node.type === 'link') {
      const children = phrasing(node.children, { before: '[', after: ']', inLink: true })
      return [{ type: 'link', url: node.href, children }]
    }
    if (node.type === 'embed') {
      return [{ type: 'html', value: 'break' in node.embed ? '<br>' : embedToken(node.embed) }]
    }
    const previous = nodes[index - 1]
    const next = nodes[index + 1]
    return mark(node, {
      before: previous ? edge(previous, 'last') : before,
      after: next ? edge(next, 'first') : after,
      inLink,
    })
  })
}

/** A block's inlines as mdast; a block that is empty or ends with a break ends with one more `<br>`, as in HTML. */
export function blockPhrasing(block: Block): PhrasingContent[] {
  const content = phrasing(markTree(block), { before: '', after: '', inLink: false })
  const last = block.inlines.at(-1)
  if (!last || ('embed' in last && 'break' in last.embed)) content.push({ type: 'html', value: '<br>' })
  return content
}
