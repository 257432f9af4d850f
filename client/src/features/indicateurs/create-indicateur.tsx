import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '../../ui/dialog.tsx'
import { CreateIndicateurForm } from '../../ui/indicateur/create-indicateur-form.tsx'

/** The way to create an indicateur, whose page then opens. */
export function CreateIndicateur({ collectiviteId }: { collectiviteId: string }) {
  const navigate = useNavigate()
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
        Créer un indicateur
      </Button>
      <Dialog opened={opened} onClose={close} title="Créer un indicateur">
        <CreateIndicateurForm
          collectiviteId={collectiviteId}
          onCancel={close}
          onCreated={({ uuid }) => navigate({ to: '/indicateurs/$indicateurUuid', params: { indicateurUuid: uuid } })}
        />
      </Dialog>
    </>
  )
}
