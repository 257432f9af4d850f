import type { LexicalEditor } from 'lexical'

/** Where the pointer is over the editor, in coordinates of the window; null when it leaves. */
export function followPointer(
  editor: LexicalEditor,
  onPointer: (pointer: { x: number; y: number } | null) => void,
): () => void {
  const onMove = ({ clientX, clientY }: PointerEvent) => onPointer({ x: clientX, y: clientY })
  const onLeave = () => onPointer(null)
  return editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('pointermove', onMove)
    previous?.removeEventListener('pointerleave', onLeave)
    root?.addEventListener('pointermove', onMove)
    root?.addEventListener('pointerleave', onLeave)
  })
}
