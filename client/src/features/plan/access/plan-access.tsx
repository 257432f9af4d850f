import { Button, Tabs } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLock, IconUsersGroup, IconWorld } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { PlanAccessForm } from './plan-access-form.tsx'
import { PlanOctrois } from './plan-octrois.tsx'
import { SeePlanAs } from './see-plan-as.tsx'

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
      <Dialog opened={opened} onClose={close} title="Accès au plan">
        <Tabs defaultValue="roles" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="roles">Par le rôle</Tabs.Tab>
            <Tabs.Tab value="octrois">Accès donnés</Tabs.Tab>
            <Tabs.Tab value="essai">Essayer</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="roles">
            <PlanAccessForm access={access} onDone={close} />
          </Tabs.Panel>
          <Tabs.Panel value="octrois">
            <PlanOctrois uuid={access.uuid} />
          </Tabs.Panel>
          <Tabs.Panel value="essai">
            <SeePlanAs uuid={access.uuid} />
          </Tabs.Panel>
        </Tabs>
      </Dialog>
    </>
  )
}
