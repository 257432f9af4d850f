import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLock, IconUsersGroup } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { PlanAccessForm } from './plan-access-form.tsx'

export const planAccess = graphql(`
  fragment PlanAccess on Plan {
    id
    visibilite
    ouverture
    viewerCanManageAccess
  }
`)

/** Who reads a plan and what roles give there: for those who choose it. */
export function PlanAccess({ plan }: { plan: FragmentType<typeof planAccess> }) {
  const access = readFragment(planAccess, plan)
  const [opened, { open, close }] = useDisclosure(false)

  if (!access.viewerCanManageAccess) return null
  const restricted = access.visibilite === 'RESTREINT'
  return (
    <>
      <Button
        variant="default"
        leftSection={restricted ? <IconLock size={18} aria-hidden /> : <IconUsersGroup size={18} aria-hidden />}
        onClick={open}
      >
        {restricted ? 'Plan restreint' : 'Accès'}
      </Button>
      <Dialog opened={opened} onClose={close} title="Accès au plan">
        <PlanAccessForm access={access} onDone={close} />
      </Dialog>
    </>
  )
}
