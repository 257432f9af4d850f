import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { NamesInput } from '../../../ui/fields/names-input.tsx'
import { useSuggestedPersonnes } from '../../../ui/fields/use-suggested-personnes.ts'
import { planPeople } from './plan-people-fragment.ts'
import { type PlanRole, usePlanPeople } from './use-plan-people.ts'

const LABELS: Record<PlanRole, string> = { pilotes: 'Pilotes du plan', referents: 'Référents du plan' }

/** The people of a plan in one role. */
export function PlanPeopleField({ plan: given, as: role }: { plan: FragmentType<typeof planPeople>; as: PlanRole }) {
  const plan = readFragment(planPeople, given)
  const { id: collectiviteId, siren } = plan.collectivite
  const { suggested, idOf } = useSuggestedPersonnes(siren)
  const people = usePlanPeople(role, { planId: plan.id, collectiviteId, idOf })

  return <NamesInput label={LABELS[role]} values={plan[role]} {...suggested} {...people} />
}
