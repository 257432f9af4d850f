import type { BlockKind } from '../model.ts'
import { MAX_INDENT } from '../model.ts'
import { isListKind } from './block-kinds.ts'
import { $selectedBlocks } from './selected-blocks.ts'

/** Makes the selected blocks of this kind. */
export function $setKind(kind: BlockKind): void {
  for (const block of $selectedBlocks()) block.setKind(kind)
}

/** Makes the selected blocks of this kind, or paragraphs when they all are already. */
export function $toggleKind(kind: BlockKind): void {
  const blocks = $selectedBlocks()
  const isOn = blocks.every((block) => block.getKind() === kind)
  for (const block of blocks) block.setKind(isOn ? 'paragraph' : kind)
}

/** Moves the selected blocks one level in (1) or out (-1). Whether any could move. */
export function $indentBlocks(by: 1 | -1): boolean {
  const movable = $selectedBlocks().filter(
    (block) => block.getIndent() + by >= 0 && block.getIndent() + by <= MAX_INDENT,
  )
  for (const block of movable) block.setIndent(block.getIndent() + by)
  return movable.length > 0
}

/** Whether the selection is in list items only. */
export function $isInList(): boolean {
  const blocks = $selectedBlocks()
  return blocks.length > 0 && blocks.every((block) => isListKind(block.getKind()))
}

/** Ticks the selected items of kind `check`, or unticks them when they all are. Whether there was any. */
export function $toggleChecked(): boolean {
  const items = $selectedBlocks().filter((block) => block.getKind() === 'check')
  const isOn = items.every((item) => item.getChecked())
  for (const item of items) item.setChecked(!isOn)
  return items.length > 0
}
