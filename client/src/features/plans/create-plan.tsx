import { Group } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { CreateButton } from '../../ui/create-button.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { CreatePlanForm } from './create-plan-form.tsx'
import { createPlanScope } from './create-plan-scope.ts'

const route = getRouteApi('/app/collectivites/$siren/plans')

/** The ways to create a plan, for those who may: from nothing, from a model, or from a spreadsheet. */
export function CreatePlan({ scope }: { scope: FragmentType<typeof createPlanScope> }) {
  const { id, siren, viewerCanCreatePlan, planModeles } = readFragment(createPlanScope, scope)
  const asked = route.useSearch({ select: ({ creer }) => creer === true })
  const navigate = route.useNavigate()

  if (!viewerCanCreatePlan) return null
  return (
    <Group gap="sm">
      <ButtonLink
        to="/collectivites/$siren/import"
        params={{ siren }}
        variant="default"
        leftSection={<IconFileImport size={18} aria-hidden />}
      >
        Importer un plan
      </ButtonLink>
      <CreateButton
        label="Créer un plan"
        address={{
          asked,
          forget: () => void navigate({ search: (search) => ({ ...search, creer: undefined }), replace: true }),
        }}
      >
        {(close) => <CreatePlanForm collectiviteId={id} siren={siren} modeles={planModeles} onCancel={close} />}
      </CreateButton>
    </Group>
  )
}
