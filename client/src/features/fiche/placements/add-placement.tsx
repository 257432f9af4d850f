import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { dialogOnDemand } from '../../../ui/on-demand.tsx'

const AddPlacementDialog = dialogOnDemand(
  () => import('./add-placement-dialog.tsx').then((module) => module.AddPlacementDialog),
  { opened: false },
)

/** The way to place a fiche in one more plan. */
export function AddPlacement({ ficheId, siren }: { ficheId: string; siren: string }) {
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <div>
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        Placer dans un autre plan
      </Button>
      <AddPlacementDialog opened={opened} onClose={close} ficheId={ficheId} siren={siren} />
    </div>
  )
}
