import { Switch } from '@mantine/core'
import { showRefusal } from '../../ui/show-refusal.ts'
import { Surface } from '../../ui/surface.tsx'
import { changeNomsPublicsMutation } from './mutations.ts'
import type { People } from './people.ts'
import { useAct } from '../../lib/graphql/use-act.ts'

/** For admins: whether those who read a public plan from elsewhere are told who pilots and writes. */
export function NomsPublics({ people: { collectiviteId, nomsPublics } }: { people: People }) {
  const { run, pending } = useAct(changeNomsPublicsMutation, 'Membres')

  async function choose(chosen: boolean) {
    const refusal = await run({ input: { collectiviteId, nomsPublics: chosen } })
    if (refusal) showRefusal(refusal)
  }

  return (
    <Surface p="md">
      <Switch
        checked={nomsPublics}
        disabled={pending}
        onChange={(event) => void choose(event.currentTarget.checked)}
        label="Montrer les noms des personnes avec les plans publics"
        description="Pilotes, référents et auteurs des notes et des valeurs. Sinon, qui lit un plan public sans être de la collectivité n’en voit que les services."
      />
    </Surface>
  )
}
