import { useMemo } from 'react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { PlanCards } from './plan-cards.tsx'
import { planChiffres, sortPlans } from './plan-chiffres.ts'
import { PlanTable } from './plan-table.tsx'
import type { PlansSearch } from './plans-search.ts'

/** Plans with how far each is, as the address asks. */
export function PlanList({
  plans,
  search: { vue, tri },
}: {
  plans: readonly FragmentType<typeof planChiffres>[]
  search: PlansSearch
}) {
  const sorted = useMemo(
    () =>
      sortPlans(
        plans.map((plan) => readFragment(planChiffres, plan)),
        tri,
      ),
    [plans, tri],
  )

  return vue === 'tableau' ? <PlanTable plans={sorted} /> : <PlanCards plans={sorted} />
}
