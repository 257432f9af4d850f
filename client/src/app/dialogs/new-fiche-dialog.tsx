import { Stack } from '@mantine/core'
import { useState } from 'react'
import { type TargetPlan, TargetPlanInput } from '../../features/fiche/placements/target-plan-input.tsx'
import { useAxePaths } from '../../features/fiche/placements/use-axe-paths.ts'
import { CreateFicheForm } from '../../features/plan/create-fiche-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReadFailed } from '../../ui/fields/read-failed.tsx'
import { useCurrentCollectivite } from '../current-collectivite.ts'
import type { SignedInViewer } from '../viewer.ts'

/** Creates a fiche from any page: first in which plan, then where and of which title. */
export function NewFicheDialog({
  opened,
  onClose,
  viewer,
}: {
  opened: boolean
  onClose: () => void
  viewer: SignedInViewer
}) {
  const siren = useCurrentCollectivite(viewer)?.siren
  const [plan, setPlan] = useState<TargetPlan | null>(null)
  const { axes, failed, retry } = useAxePaths(plan?.uuid ?? null)

  if (siren === undefined) return null
  return (
    <Dialog opened={opened} onClose={onClose} onClosed={() => setPlan(null)} title="Créer une fiche">
      <Stack gap="md">
        <TargetPlanInput siren={siren} chosen={plan} onChoose={setPlan} />
        {failed && <ReadFailed onRetry={retry} />}
        {plan && axes && <CreateFicheForm key={plan.id} planId={plan.id} axes={axes} onCancel={onClose} />}
      </Stack>
    </Dialog>
  )
}
