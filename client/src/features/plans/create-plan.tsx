import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { CreatePlanForm } from './create-plan-form.tsx'
import { createPlanScope } from './create-plan-scope.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ButtonLink } from '../../ui/links.tsx'

/** The ways to create a plan, for those who may: from nothing, or from a spreadsheet. */
export function CreatePlan({ scope }: { scope: FragmentType<typeof createPlanScope> }) {
  const { id, siren, viewerCanCreatePlan } = readFragment(createPlanScope, scope)
  const [opened, { open, close }] = useDisclosure(false)

  if (!viewerCanCreatePlan) return null
  return (
    <>
      <Group gap="sm">
        <ButtonLink
          to="/collectivites/$siren/import"
          params={{ siren }}
          variant="default"
          leftSection={<IconFileImport size={18} aria-hidden />}
        >
          Importer un plan
        </ButtonLink>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
          Créer un plan
        </Button>
      </Group>
      <Dialog opened={opened} onClose={close} title="Créer un plan">
        <CreatePlanForm collectiviteId={id} onCancel={close} />
      </Dialog>
    </>
  )
}
