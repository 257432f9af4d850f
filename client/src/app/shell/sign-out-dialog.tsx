import { Button, Group, Text } from '@mantine/core'
import { useLiveDocuments } from '../../lib/live/live-documents-context.ts'
import { counted, fr } from '../../lib/text/french.ts'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks before signing out loses what is not sent. */
export function SignOutDialog({
  opened,
  onCancel,
  onConfirm,
}: {
  opened: boolean
  onCancel: () => void
  onConfirm: () => void
}) {
  const { unsent } = useLiveDocuments()

  return (
    <Dialog opened={opened} onClose={onCancel} title={fr`Se déconnecter maintenant ?`}>
      <Text>
        {counted(unsent, 'modification n’est pas encore enregistrée', 'modifications ne sont pas encore enregistrées')}.
        Vous déconnecter maintenant les ferait perdre.
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onCancel} data-autofocus>
          Rester connecté
        </Button>
        <Button color="red" onClick={onConfirm}>
          Se déconnecter et les perdre
        </Button>
      </Group>
    </Dialog>
  )
}
