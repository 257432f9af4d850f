import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { CreateFicheForm, type AxeChoice } from './create-fiche-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** The way to add a fiche to a plan. */
export function CreateFiche({ planId, axes }: { planId: string; axes: readonly AxeChoice[] }) {
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
        Créer une fiche
      </Button>
      <Dialog opened={opened} onClose={close} title="Créer une fiche">
        <CreateFicheForm planId={planId} axes={axes} onCancel={close} />
      </Dialog>
    </>
  )
}
