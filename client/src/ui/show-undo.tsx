import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Long enough to read it, to think again, and to reach it by the keyboard. */
const UNDO_MS = 12_000

/** Says what was done, and offers to take it back. */
export function showUndo({ message, onUndo }: { message: string; onUndo: () => void }): void {
  const id = notifications.show({
    autoClose: UNDO_MS,
    role: 'status',
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            notifications.hide(id)
            onUndo()
          }}
        >
          Annuler
        </Button>
      </Group>
    ),
  })
}
