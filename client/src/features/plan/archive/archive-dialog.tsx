import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useArchivePlan } from './use-archive-plan.ts'

const TO_ARCHIVE = {
  action: 'Archiver le plan',
  says: fr`Le plan se lira comme avant, par les mêmes personnes, mais plus rien ne s’y modifiera : ni ses axes, ni ses champs, ni les fiches qui ne sont dans aucun autre plan en cours. Il ira parmi les plans archivés, d’où vous pourrez le sortir.`,
}

const TO_LIVE = {
  action: 'Sortir des archives',
  says: 'Le plan reviendra parmi les plans en cours, et chacun y pourra de nouveau ce que ses droits lui donnent.',
}

/** Confirms that a plan is archived, or taken out of the archives. */
export function ArchiveDialog({
  plan,
  opened,
  onClose,
}: {
  plan: { id: string; nom: string; isArchived: boolean }
  opened: boolean
  onClose: () => void
}) {
  const [sending, setSending] = useState(false)
  // What is asked is what the dialog opened for, whatever a colleague does meanwhile.
  const [isArchived, setIsArchived] = useState(plan.isArchived)
  const [wasOpened, setWasOpened] = useState(opened)
  const archivePlan = useArchivePlan(plan)
  if (opened !== wasOpened) {
    setWasOpened(opened)
    if (opened) setIsArchived(plan.isArchived)
  }
  const { action, says } = isArchived ? TO_LIVE : TO_ARCHIVE

  async function confirm() {
    setSending(true)
    const isDone = await archivePlan(!isArchived)
    setSending(false)
    if (isDone) onClose()
  }

  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={isArchived ? fr`Sortir « ${plan.nom} » des archives ?` : fr`Archiver « ${plan.nom} » ?`}
    >
      <Stack gap="md">
        <Text>{says}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Annuler
          </Button>
          <Button loading={sending} onClick={() => void confirm()}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
