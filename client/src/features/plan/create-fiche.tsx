import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { dialogOnDemand } from '../../ui/on-demand.tsx'
import type { AxeChoice } from './create-fiche-form.tsx'

const CreateFicheDialog = dialogOnDemand(
  () => import('./create-fiche-dialog.tsx').then((module) => module.CreateFicheDialog),
  { opened: false },
)

/** The way to add a fiche to a plan. */
export function CreateFiche({ planId, axes }: { planId: string; axes: readonly AxeChoice[] }) {
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
        Créer une fiche
      </Button>
      <CreateFicheDialog opened={opened} onClose={close} planId={planId} axes={axes} />
    </>
  )
}
