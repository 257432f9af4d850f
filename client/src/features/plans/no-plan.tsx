import type { ReactNode } from 'react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { createPlanScope } from './create-plan-scope.ts'

/** A collectivité without a plan: what to do, for those who may. */
export function NoPlan({ scope, action }: { scope: FragmentType<typeof createPlanScope>; action: ReactNode }) {
  const { viewerCanCreatePlan } = readFragment(createPlanScope, scope)

  return (
    <EmptyState title="Aucun plan pour le moment" action={action}>
      {viewerCanCreatePlan
        ? 'Un plan rassemble les fiches action de vos services, rangées par axes. Créez le premier, ou importez celui que vous tenez dans un tableur.'
        : 'Les plans créés par les éditeurs de votre collectivité apparaîtront ici.'}
    </EmptyState>
  )
}
