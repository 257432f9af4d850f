import { Tabs } from '@mantine/core'
import type { ComponentProps } from 'react'
import { Dialog } from '../../../ui/dialog.tsx'
import { PlanAccessForm } from './plan-access-form.tsx'
import { PlanOctrois } from './plan-octrois.tsx'
import { SeePlanAs } from './see-plan-as.tsx'

/** Who reads a plan: by their role, by what was given to them, and what they then see. */
export function PlanAccessDialog({
  opened,
  onClose,
  access,
}: {
  opened: boolean
  onClose: () => void
  access: ComponentProps<typeof PlanAccessForm>['access'] & { uuid: string }
}) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Accès au plan">
      <Tabs defaultValue="roles" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="roles">Par le rôle</Tabs.Tab>
          <Tabs.Tab value="octrois">Accès donnés</Tabs.Tab>
          <Tabs.Tab value="essai">Essayer</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="roles">
          <PlanAccessForm access={access} onDone={onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="octrois">
          <PlanOctrois uuid={access.uuid} />
        </Tabs.Panel>
        <Tabs.Panel value="essai">
          <SeePlanAs uuid={access.uuid} />
        </Tabs.Panel>
      </Tabs>
    </Dialog>
  )
}
