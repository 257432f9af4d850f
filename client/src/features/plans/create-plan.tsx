import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { CreatePlanForm } from './create-plan-form.tsx'
import { createPlanScope } from './create-plan-scope.ts'
import { Dialog } from '../../ui/dialog.tsx'

/** The way to create a plan, for those who may. */
export function CreatePlan({ scope }: { scope: FragmentType<typeof createPlanScope> }) {
  const { id, viewerCanCreatePlan } = readFragment(createPlanScope, scope)
  const [opened, { open, close }] = useDisclosure(false)

  if (!viewerCanCreatePlan) return null
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
        Créer un plan
      </Button>
      <Dialog opened={opened} onClose={close} title="Créer un plan">
        <CreatePlanForm collectiviteId={id} onCancel={close} />
      </Dialog>
    </>
  )
}
