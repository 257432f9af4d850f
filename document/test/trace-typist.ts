import { $getSelection, $isRangeSelection, $setSelection } from 'lexical'
import { $selectionBetween } from '../src/client/points.ts'
import type { Peer } from '../fuzz/peer.ts'
import type { TracePatch } from './trace-file.ts'

/** Does one patch of a trace as a user does: select, delete, type, Enter. */
export function typePatch({ editor, binding }: Peer, [position, deleted, inserted]: TracePatch): void {
  editor.update(
    () => {
      const from = binding.$pointAt(position)
      const to = binding.$pointAt(position + deleted)
      if (!from || !to) throw new Error('the editor holds no block')
      $setSelection($selectionBetween(from, to))
      $selection().removeText()
      for (const [i, line] of inserted.split('\n').entries()) {
        if (i > 0) $selection().insertParagraph()
        if (line) $selection().insertText(line)
      }
    },
    { discrete: true },
  )
}

function $selection() {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) throw new Error('there is no selection')
  return selection
}
