import { createDOMRange, createRectsFromDOMRange } from '@lexical/selection'
import { $getNodeByKey } from 'lexical'
import type { LexicalEditor } from 'lexical'
import type { Awareness } from 'y-protocols/awareness'
import type { BoundText } from './bind-text.ts'
import { remoteSelections } from './cursor.ts'
import type { RemoteSelection } from './cursor.ts'
import { createCaretElement, createSelectionElement } from './remote-caret-element.ts'

interface RemoteCaretsOptions {
  editor: LexicalEditor
  binding: BoundText
  awareness: Awareness
  /** Positioned, and laid over the editor: it scrolls with it. What it holds is replaced. */
  container: HTMLElement
}

/** Draws the others' carets and selections over an editor, at most once per frame; gives what takes them away. */
export function mountRemoteCarets({ editor, binding, awareness, container }: RemoteCaretsOptions): () => void {
  let frame = 0
  container.setAttribute('aria-hidden', 'true')
  const draw = () => {
    frame = 0
    const origin = container.getBoundingClientRect()
    const elements = remoteSelections({ text: binding.text, field: binding.field, awareness }).flatMap((selection) =>
      drawSelection({ editor, binding, selection, origin }),
    )
    container.replaceChildren(...elements)
  }
  const schedule = () => {
    frame ||= requestAnimationFrame(draw)
  }
  const resizing = new ResizeObserver(schedule)
  resizing.observe(container)
  awareness.on('change', schedule)
  const unregister = editor.registerUpdateListener(schedule)
  schedule()
  return () => {
    cancelAnimationFrame(frame)
    resizing.disconnect()
    awareness.off('change', schedule)
    unregister()
    container.replaceChildren()
  }
}

interface DrawSelection {
  editor: LexicalEditor
  binding: BoundText
  selection: RemoteSelection
  origin: DOMRect
}

function drawSelection({ editor, binding, selection, origin }: DrawSelection): HTMLElement[] {
  const { anchor, focus, user } = selection
  const range = rangeBetween({ editor, binding, from: Math.min(anchor, focus), to: Math.max(anchor, focus) })
  const caretRange = rangeBetween({ editor, binding, from: focus, to: focus })
  const caret = caretRange && caretRect(caretRange)
  if (!range || !caret) return []
  const rects = range.collapsed ? [] : createRectsFromDOMRange(editor, range)
  return [
    ...rects.map((rect) => createSelectionElement({ rect, origin, color: user.color })),
    createCaretElement({ rect: caret, origin, user }),
  ]
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
