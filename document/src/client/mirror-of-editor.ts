import { $getRoot } from 'lexical'
import type { FieldShape } from '../flat/block-builder.ts'
import { $isBlockNode } from './block-node.ts'
import { Mirror } from './mirror.ts'
import { $readBlock } from './read-block.ts'

/** A mirror of all that the editor holds, of a known length: it tells whether the last block has its line end. */
export function $mirrorOf(shape: FieldShape, length: number): Mirror {
  const mirror = new Mirror()
  const blocks = $getRoot().getChildren().filter($isBlockNode)
  for (const [i, node] of blocks.entries()) {
    const ended = $readBlock(node, { shape, ended: true })
    const isOpen = i === blocks.length - 1 && mirror.length + ended.length > length
    mirror.insertAfter(mirror.last, {
      key: node.getKey(),
      block: isOpen ? $readBlock(node, { shape, ended: false }) : ended,
    })
  }
  return mirror
}
