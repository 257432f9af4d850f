import { useEffect, useMemo } from 'react'
import { showUndo } from '../../../ui/show-undo.tsx'
import { createUndos, type Undos } from './undos.ts'

/** What was done in the tree by this page, undone by its toast or by Ctrl+Z. */
export function useUndos(): Undos {
  const undos = useMemo(() => createUndos(showUndo), [])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      if (
        event.target instanceof Element &&
        event.target.closest('input:not([type=checkbox]), textarea, [contenteditable=true]')
      )
        return
      event.preventDefault()
      undos.undoLast()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [undos])

  return undos
}
