import { useEffect } from 'react'
import { matches, PALETTE_SHORTCUT } from '../../lib/keyboard/shortcut.ts'
import { opensShortcuts } from '../shortcuts/shortcuts-key.ts'
import type { AppDialog } from './app-dialogs-context.ts'

/** The keys of the whole application: what a text or a list has done with one first is theirs, and a dialog keeps the others. */
export function useAppKeys({
  opened,
  open,
  close,
}: {
  opened: AppDialog | null
  open: (dialog: AppDialog) => void
  close: () => void
}): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const asked = matches(event, PALETTE_SHORTCUT) ? 'palette' : opensShortcuts(event) ? 'shortcuts' : null
      if (!asked) return
      event.preventDefault()
      if (opened === asked) close()
      else if (!document.querySelector('[role=dialog][aria-modal=true]')) open(asked)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [opened, open, close])
}
