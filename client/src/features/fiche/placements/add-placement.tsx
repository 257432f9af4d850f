import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Dialog } from '../../../ui/dialog.tsx'
import { AddPlacementForm } from './add-placement-form.tsx'

/** The way to place a fiche in one more plan. */
export function AddPlacement({ ficheId, siren }: { ficheId: string; siren: string }) {
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <div>
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        Placer dans un autre plan
      </Button>
      <Dialog opened={opened} onClose={close} title="Placer dans un autre plan">
        <AddPlacementForm ficheId={ficheId} siren={siren} onClose={close} />
      </Dialog>
    </div>
  )
}
