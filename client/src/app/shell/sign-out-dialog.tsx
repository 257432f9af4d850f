import { Button, Group, Text } from '@mantine/core'
import { counted, fr } from '../../lib/text/french.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ButtonLink } from '../../ui/links.tsx'

/**
 * Asks before signing out loses what is on this device alone.
 *
 * @param unsent how many edits are
 */
export function SignOutDialog({
  opened,
  unsent,
  onCancel,
  onConfirm,
}: {
  opened: boolean
  unsent: number
  onCancel: () => void
  onConfirm: () => void
}) {
  return (
    <Dialog opened={opened} onClose={onCancel} title={fr`Se déconnecter maintenant ?`}>
      <Text>
        {counted(unsent, 'modification n’est', 'modifications ne sont')} que sur cet appareil, pas encore sur le
        serveur. Se déconnecter efface de l’appareil tout ce qui est à vous : vous {unsent < 2 ? 'la' : 'les'} perdriez.
      </Text>
      <Group justify="flex-end" mt="lg">
        <ButtonLink to="/sur-cet-appareil" variant="subtle" onClick={onCancel}>
          Les voir
        </ButtonLink>
        <Button variant="default" onClick={onCancel} data-autofocus>
          Rester connecté
        </Button>
        <Button color="red" onClick={onConfirm}>
          Se déconnecter et {unsent < 2 ? 'la' : 'les'} perdre
        </Button>
      </Group>
    </Dialog>
  )
}
