import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'

/** How long a toast offers to undo. */
const OFFERED_MS = 8000

/** Acts that Ctrl+Z goes back on: enough for a slip, not a history. */
const MAX_UNDOS = 30

export interface Undos {
  /** Says what was done, and offers to undo it. */
  offer: (done: string, undo: () => Promise<void>) => void
  undoLast: () => void
}

/** What was done in the tree by this page, the last first, undone by its toast or by Ctrl+Z. */
export function useUndos(): Undos {
  const undos = useMemo(() => createUndos(), [])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable=true]')) return
      event.preventDefault()
      undos.undoLast()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [undos])

  return undos
}

function createUndos(): Undos {
  const stack: { id: string; undo: () => Promise<void> }[] = []
  const run = (id: string) => {
    const at = stack.findIndex((act) => act.id === id)
    if (at < 0) return
    const [act] = stack.splice(at, 1)
    notifications.hide(id)
    void act?.undo()
  }
  return {
    offer(done, undo) {
      const id = crypto.randomUUID()
      stack.push({ id, undo })
      if (stack.length > MAX_UNDOS) stack.shift()
      notifications.show({
        id,
        autoClose: OFFERED_MS,
        withCloseButton: true,
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{done}</Text>
            <Button variant="light" size="compact-sm" onClick={() => run(id)}>
              Annuler
            </Button>
          </Group>
        ),
      })
    },
    undoLast() {
      const last = stack.at(-1)
      if (last) run(last.id)
    },
  }
}
