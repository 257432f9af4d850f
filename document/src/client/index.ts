/** The browser's side of live text: Lexical bound to flat rich text. Not loaded by the server. */
export { bindText } from './bind-text.ts'
export type { BindTextOptions, BoundText } from './bind-text.ts'
export { $createBlockNode, $isBlockNode, BlockNode } from './block-node.ts'
export { $createEmbedNode, $isEmbedNode, EmbedNode } from './embed-node.ts'
export { $createFlatTextNode, $isFlatTextNode, FlatTextNode } from './flat-text-node.ts'
export { flatTextNodes } from './nodes.ts'
