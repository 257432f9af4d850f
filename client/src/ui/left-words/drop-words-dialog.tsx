import { Button, Group, Text } from '@mantine/core'
import { fr } from '../../lib/text/french.ts'
import { Dialog } from '../dialog.tsx'

/** Asks before words leave the device for good. */
export function DropWordsDialog({
  opened,
  onCancel,
  onConfirm,
}: {
  opened: boolean
  onCancel: () => void
  onConfirm: () => void
}) {
  return (
    <Dialog opened={opened} onClose={onCancel} title={fr`Ne plus garder ces mots ?`}>
      <Text>Ils ne sont que sur cet appareil : personne ne pourra les retrouver.</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onCancel} data-autofocus>
          Les garder
        </Button>
        <Button color="red" onClick={onConfirm}>
          Les supprimer
        </Button>
      </Group>
    </Dialog>
  )
}
