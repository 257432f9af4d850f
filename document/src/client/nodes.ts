import { ParagraphNode, TextNode } from 'lexical'
import type { LexicalNodeConfig } from 'lexical'
import { $createBlockNode, BlockNode } from './block-node.ts'
import { EmbedNode } from './embed-node.ts'
import { $createFlatTextNode, FlatTextNode } from './flat-text-node.ts'

/** What the editor must be created with: `createEditor({ nodes: flatTextNodes })`. Lexical's own paragraphs and texts become ours. */
export const flatTextNodes: readonly LexicalNodeConfig[] = [
  BlockNode,
  EmbedNode,
  FlatTextNode,
  { replace: ParagraphNode, with: () => $createBlockNode(), withKlass: BlockNode },
  {
    replace: TextNode,
    with: (node: TextNode) => $createFlatTextNode(node.getTextContent(), { marks: node.getFormat() }),
    withKlass: FlatTextNode,
  },
]
