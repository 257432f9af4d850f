import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLock, IconUsersGroup, IconWorld } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { dialogOnDemand } from '../../../ui/on-demand.tsx'

export const planAccess = graphql(`
  fragment PlanAccess on Plan {
    id
    uuid
    visibilite
    ouverture
    fichesPubliablesCount
    viewerCanManageAccess
  }
`)

const PlanAccessDialog = dialogOnDemand(
  () => import('./plan-access-dialog.tsx').then((module) => module.PlanAccessDialog),
  { opened: false },
)

const SHOWN = {
  RESTREINT: { Icon: IconLock, label: 'Plan restreint' },
  COLLECTIVITE: { Icon: IconUsersGroup, label: 'Accès' },
  PUBLIC: { Icon: IconWorld, label: 'Plan public' },
} as const

/** Who reads a plan and what roles give there: for those who choose it. */
export function PlanAccess({ plan }: { plan: FragmentType<typeof planAccess> }) {
  const access = readFragment(planAccess, plan)
  const [opened, { open, close }] = useDisclosure(false)

  if (!access.viewerCanManageAccess) return null
  const { Icon, label } = SHOWN[access.visibilite]
  return (
    <>
      <Button variant="default" leftSection={<Icon size={18} aria-hidden />} onClick={open}>
        {label}
      </Button>
      <PlanAccessDialog opened={opened} onClose={close} access={access} />
    </>
  )
}
