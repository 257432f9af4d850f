import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSubtask } from '@tabler/icons-react'
import { dialogOnDemand } from '../../../../ui/on-demand.tsx'

const AttachFicheDialog = dialogOnDemand(
  () => import('./attach-fiche-dialog.tsx').then((module) => module.AttachFicheDialog),
  { opened: false },
)

/** The way to make a fiche that exists a sous-action of this one. */
export function AttachFiche({ parentId, sousActionIds }: { parentId: string; sousActionIds: readonly string[] }) {
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        leftSection={<IconSubtask size={16} aria-hidden />}
        onClick={open}
      >
        Rattacher une fiche existante
      </Button>
      <AttachFicheDialog opened={opened} onClose={close} parentId={parentId} sousActionIds={sousActionIds} />
    </>
  )
}
