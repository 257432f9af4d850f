import { createDOMRange, createRectsFromDOMRange } from '@lexical/selection'
import { mergeRegister } from '@lexical/utils'
import { $getNodeByKey } from 'lexical'
import type { LexicalEditor } from 'lexical'
import type { Awareness } from 'y-protocols/awareness'
import type { BoundText } from './bind-text.ts'
import { remoteSelections } from './cursor.ts'
import type { RemoteSelection } from './cursor.ts'
import { DrawnCaret } from './drawn-caret.ts'
import { followPointer } from './follow-pointer.ts'
import { surroundingsOf } from './relative-selection.ts'
import { createSelectionElement } from './remote-caret-element.ts'

interface RemoteCaretsOptions {
  editor: LexicalEditor
  binding: BoundText
  awareness: Awareness
  /** Positioned, and laid over the editor: it scrolls with it. What it holds is replaced. */
  container: HTMLElement
}

/**
 * Draws the others' carets and selections over an editor, at most once per frame; gives what takes them away. The overlay takes
 * no clicks: a user may well want to write where a colleague is.
 */
export function mountRemoteCarets({ editor, binding, awareness, container }: RemoteCaretsOptions): () => void {
  let frame = 0
  let ranges: HTMLElement[] = []
  const carets = new Map<number, DrawnCaret>()
  container.setAttribute('aria-hidden', 'true')
  container.replaceChildren()
  const draw = () => {
    frame = 0
    const origin = container.getBoundingClientRect()
    const selections = remoteSelections({ text: binding.text, field: binding.field, awareness }).flatMap(
      (selection) => measure({ editor, binding, selection }) ?? [],
    )
    for (const range of ranges) range.remove()
    ranges = selections.flatMap(({ selection, rects }) =>
      rects.map((rect) => createSelectionElement({ rect, origin, color: selection.user.color })),
    )
    container.prepend(...ranges)
    const gone = new Set(carets.keys())
    for (const { selection, caret } of selections) {
      const { clientId, user, focus } = selection
      gone.delete(clientId)
      if (!carets.get(clientId)?.isOf(user)) replaceCaret(clientId, new DrawnCaret(user))
      carets.get(clientId)?.place({ rect: caret, origin, surroundings: surroundingsOf(binding.text, focus) })
    }
    for (const clientId of gone) replaceCaret(clientId, null)
  }
  const replaceCaret = (clientId: number, caret: DrawnCaret | null) => {
    carets.get(clientId)?.remove()
    carets.delete(clientId)
    if (!caret) return
    carets.set(clientId, caret)
    container.append(caret.element)
  }
  const schedule = () => {
    frame ||= requestAnimationFrame(draw)
  }
  const resizing = new ResizeObserver(schedule)
  resizing.observe(container)
  awareness.on('change', schedule)
  const unregister = mergeRegister(
    editor.registerUpdateListener(schedule),
    followPointer(editor, (pointer) => {
      for (const caret of carets.values()) caret.pointAt(pointer)
    }),
  )
  schedule()
  return () => {
    cancelAnimationFrame(frame)
    resizing.disconnect()
    awareness.off('change', schedule)
    unregister()
    for (const caret of carets.values()) caret.remove()
    container.replaceChildren()
  }
}

interface Measured {
  selection: RemoteSelection
  /** One for each line of the selection. */
  rects: readonly DOMRect[]
  caret: DOMRect
}

/** Where a selection is on the page; null while the editor does not show it. */
function measure({
  editor,
  binding,
  selection,
}: {
  editor: LexicalEditor
  binding: BoundText
  selection: RemoteSelection
}): Measured | null {
  const { anchor, focus } = selection
  const range = rangeBetween({ editor, binding, from: Math.min(anchor, focus), to: Math.max(anchor, focus) })
  const caretRange = rangeBetween({ editor, binding, from: focus, to: focus })
  const caret = caretRange && caretRect(caretRange)
  if (!range || !caret) return null
  return { selection, rects: range.collapsed ? [] : createRectsFromDOMRange(editor, range), caret }
}

interface RangeBetween {
  editor: LexicalEditor
  binding: BoundText
  from: number
  to: number
}

function rangeBetween({ editor, binding, from, to }: RangeBetween): Range | null {
  return editor.getEditorState().read(
    () => {
      const start = binding.$pointAt(from)
      const end = binding.$pointAt(to)
      const startNode = start && $getNodeByKey(start.key)
      const endNode = end && $getNodeByKey(end.key)
      return startNode && endNode ? createDOMRange(editor, startNode, start.offset, endNode, end.offset) : null
    },
    { editor },
  )
}

/** An empty block has no text to measure: the caret is at its start. */
function caretRect(range: Range): DOMRect | null {
  const rect = [...range.getClientRects()].at(-1)
  if (rect) return rect
  const { startContainer } = range
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement
  return element?.getBoundingClientRect() ?? null
}
