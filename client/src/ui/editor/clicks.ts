import { $isBlockNode } from '@pupitre/document/client'
import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical'

function toggleCheck(editor: LexicalEditor, checkbox: Element): void {
  editor.update(() => {
    const node = $getNearestNodeFromDOMNode(checkbox)
    const block = $isBlockNode(node) ? node : node?.getParent()
    if ($isBlockNode(block)) block.setChecked(!block.getChecked())
  })
}

/** Ticks a box that is clicked; opens a link in another tab, with Ctrl (⌘) where a plain click places the caret. */
export function registerClicks(editor: LexicalEditor): () => void {
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const checkbox = event.target.closest('[role="checkbox"]')
    if (checkbox && editor.isEditable()) toggleCheck(editor, checkbox)
    const link = event.target.closest('a')
    if (!link) return
    event.preventDefault()
    if (!editor.isEditable() || event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener,noreferrer')
  }
  // The caret stays where it was.
  const onPointerDown = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('[role="checkbox"]')) event.preventDefault()
  }
  return editor.registerRootListener((element, previous) => {
    previous?.removeEventListener('click', onClick)
    previous?.removeEventListener('mousedown', onPointerDown)
    element?.addEventListener('click', onClick)
    element?.addEventListener('mousedown', onPointerDown)
  })
}
