import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { fr } from '../../../lib/text/french.ts'
import { planPeople } from './plan-people-fragment.ts'

/** In the header of a plan: who pilots it and who answers for it; nothing when nobody does. */
export function PlanPeopleLine({ plan }: { plan: FragmentType<typeof planPeople> }) {
  const { pilotes, referents } = readFragment(planPeople, plan)
  const names = (people: readonly { nom: string }[]) => people.map(({ nom }) => nom).join(', ')
  const parts = [
    pilotes.length > 0 && fr`${pilotes.length > 1 ? 'Pilotes' : 'Pilote'} : ${names(pilotes)}`,
    referents.length > 0 && fr`${referents.length > 1 ? 'Référents' : 'Référent'} : ${names(referents)}`,
  ].filter((part) => part !== false)

  return parts.length > 0 && <div>{parts.join(' · ')}</div>
}
