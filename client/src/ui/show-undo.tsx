import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Long enough to look at what was done, to think again, and to reach it by the keyboard or the finger. */
const UNDO_MS = 20_000

/** The offer on the page: one at a time, as the last act is the one that people take back; more would wait in a queue. */
let shownId: string | null = null

/** Says what was done, and offers to take it back, until something else is done. Answers what takes the offer away. */
export function showUndo({ message, onUndo }: { message: string; onUndo: () => void }): () => void {
  if (shownId !== null) notifications.hide(shownId)
  const id = crypto.randomUUID()
  const hide = () => void notifications.hide(id)
  shownId = id
  notifications.show({
    id,
    autoClose: UNDO_MS,
    role: 'status',
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          onClick={() => {
            hide()
            onUndo()
          }}
        >
          Annuler
        </Button>
      </Group>
    ),
  })
  return hide
}
