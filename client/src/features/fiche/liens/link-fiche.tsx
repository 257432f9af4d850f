import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLink } from '@tabler/icons-react'
import { Dialog } from '../../../ui/dialog.tsx'
import { LinkFicheForm } from './link-fiche-form.tsx'
import type { Linked } from './relation.ts'

/** The way to link a fiche to another. */
export function LinkFiche({ ficheId, linked }: { ficheId: string; linked: readonly Linked[] }) {
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <div>
      <Button variant="default" size="compact-sm" leftSection={<IconLink size={16} aria-hidden />} onClick={open}>
        Lier une fiche
      </Button>
      <Dialog opened={opened} onClose={close} title="Lier une fiche">
        <LinkFicheForm ficheId={ficheId} linked={linked} onDone={close} />
      </Dialog>
    </div>
  )
}
