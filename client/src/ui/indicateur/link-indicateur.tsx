import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLink } from '@tabler/icons-react'
import { dialogOnDemand } from '../on-demand.tsx'

/** Where indicateurs are looked for and created. */
export interface IndicateurScope {
  id: string
  siren: string
  viewerCanCreateIndicateur: boolean
}

const LinkIndicateurDialog = dialogOnDemand(
  () => import('./link-indicateur-dialog.tsx').then((module) => module.LinkIndicateurDialog),
  { opened: false },
)

/** The way to link an indicateur, found by its name or created there and then. */
export function LinkIndicateur({
  collectivite,
  linkedIds,
  onLink,
}: {
  collectivite: IndicateurScope
  linkedIds: readonly string[]
  /** Answers why it was not linked; null once it is. */
  onLink: (indicateurId: string) => Promise<string | null>
}) {
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <div>
      <Button variant="default" size="compact-sm" leftSection={<IconLink size={16} aria-hidden />} onClick={open}>
        Lier un indicateur
      </Button>
      <LinkIndicateurDialog opened={opened} onClose={close} {...{ collectivite, linkedIds, onLink }} />
    </div>
  )
}
