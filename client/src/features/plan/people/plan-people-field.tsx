import { TagsInput } from '@mantine/core'
import { useOptimistic, useTransition } from 'react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'
import { planPeople } from './plan-people-fragment.ts'
import { type PlanRole, usePlanPeople } from './use-plan-people.ts'

const LABELS: Record<PlanRole, string> = { pilotes: 'Pilotes du plan', referents: 'Référents du plan' }

/** Names people of a plan: found among those of the collectivité, or created by typing a name and Entrée. Each is kept at once. */
export function PlanPeopleField({ plan: given, as: role }: { plan: FragmentType<typeof planPeople>; as: PlanRole }) {
  const plan = readFragment(planPeople, given)
  const people = plan[role]
  const { id: collectiviteId, siren } = plan.collectivite
  const { suggestions, onSearch, add, remove } = usePlanPeople(role, { planId: plan.id, collectiviteId, siren })
  const [shown, show] = useOptimistic<readonly string[]>(people.map(({ nom }) => nom))
  const [, startTransition] = useTransition()

  function onChange(next: string[]) {
    startTransition(async () => {
      show(next)
      const added = next.filter((nom) => !shown.includes(nom)).map((nom) => add(nom))
      const removed = people.filter(({ nom }) => shown.includes(nom) && !next.includes(nom)).map(({ id }) => remove(id))
      for (const sent of [...added, ...removed]) {
        const answer = await sent.catch(() => null)
        if (!answer?.__typename.endsWith('Success'))
          showRefusal(answer && 'message' in answer ? answer.message : UNEXPECTED_ERROR)
      }
    })
  }

  return (
    <TagsInput
      label={LABELS[role]}
      value={[...shown]}
      onChange={onChange}
      data={suggestions.filter((nom) => !shown.includes(nom))}
      // The server has searched, accents apart.
      filter={({ options }) => options}
      onSearchChange={onSearch}
      splitChars={[]}
      placeholder={shown.length === 0 ? 'Un nom, puis Entrée' : undefined}
    />
  )
}
