import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLink } from '@tabler/icons-react'
import { dialogOnDemand } from '../../../ui/on-demand.tsx'
import type { Linked } from './relation.ts'

const LinkFicheDialog = dialogOnDemand(
  () => import('./link-fiche-dialog.tsx').then((module) => module.LinkFicheDialog),
  { opened: false },
)

/** The way to link a fiche to another. */
export function LinkFiche({ ficheId, linked }: { ficheId: string; linked: readonly Linked[] }) {
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <div>
      <Button variant="default" size="compact-sm" leftSection={<IconLink size={16} aria-hidden />} onClick={open}>
        Lier une fiche
      </Button>
      <LinkFicheDialog opened={opened} onClose={close} ficheId={ficheId} linked={linked} />
    </div>
  )
}
