import { $getRoot, $isTextNode } from 'lexical'
import { $isBlockNode } from '../src/client/block-node.ts'
import { $isEmbedNode } from '../src/client/embed-node.ts'
import { $readBlock, $readBlockFormat, $readInlineFormat } from '../src/client/read-block.ts'
import { readFlatBlocks } from '../src/flat/read-text.ts'
import { $hasSoundSelection } from './operations.ts'
import { createPeer } from './peer.ts'
import type { Peer } from './peer.ts'

/** What the editor shows, node by node. */
export function shownBy({ editor }: Peer): string {
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((block) => {
        if (!$isBlockNode(block)) return `!${block.getType()}`
        const children = block.getChildren().map((node) => {
          if ($isTextNode(node))
            return `${JSON.stringify(node.getTextContent())}${$readInlineFormat(node)}${node.getStyle()}`
          return $isEmbedNode(node) ? node.getJson() : node.getType()
        })
        return `${$readBlockFormat(block)}(${children.join()})`
      })
      .join('\n'),
  )
}

/** A peer whose edits are all written shows what its text holds, and what a newcomer would read. */
export function checkPeer(peer: Peer): string[] {
  const failures: string[] = []
  const stored = JSON.stringify(readFlatBlocks(peer.text, peer.shape))
  const blocks = [...peer.binding.blocks()]
  if (JSON.stringify(blocks.map(({ block }) => block)) !== stored) failures.push('the mirror is not the text')
  const { keys, read, isSound } = peer.editor.getEditorState().read(() => ({
    keys: $getRoot().getChildrenKeys().join(),
    read: $getRoot()
      .getChildren()
      .filter($isBlockNode)
      .map((node, i) => $readBlock(node, { shape: peer.shape, ended: blocks[i]?.block.ended ?? true })),
    isSound: $hasSoundSelection(),
  }))
  if (keys !== blocks.map(({ key }) => key).join()) failures.push('the mirror has other nodes than the editor')
  if (JSON.stringify(read) !== stored) failures.push('the editor is not the text')
  if (!isSound) failures.push('the selection is nowhere')
  const newcomer = createPeer(peer.doc, { shape: peer.shape })
  if (shownBy(newcomer) !== shownBy(peer)) failures.push('a newcomer sees something else')
  newcomer.bound()
  return failures
}
