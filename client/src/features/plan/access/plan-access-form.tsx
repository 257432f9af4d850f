import { useMutation } from '@apollo/client/react'
import { Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import type { Ouverture, PlanAccessFragment, PlanVisibilite } from '../../../gql/graphql.ts'
import { counted, fr } from '../../../lib/text/french.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'

const changeAccessMutation = graphql(`
  mutation ChangePlanAccess($input: ChangePlanAccessInput!) {
    changePlanAccess(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on ChangePlanAccessSuccess {
        plan {
          id
          ...PlanAccess
          viewerCanCreateFiche
        }
      }
    }
  }
`)

const VISIBILITES: readonly { value: PlanVisibilite; label: string; help: string }[] = [
  { value: 'COLLECTIVITE', label: 'Tous les membres de la collectivité', help: 'Chacun selon son rôle.' },
  {
    value: 'RESTREINT',
    label: 'Les admins et qui y a reçu un accès',
    help: 'Pour les autres, le plan et ses fiches n’existent pas.',
  },
  {
    value: 'PUBLIC',
    label: 'Public',
    help: fr`N’importe qui lit, sans compte : le plan, ses axes, ses indicateurs, et ses fiches avec leurs sous-actions et leurs notes de suivi. Jamais les fiches restreintes, le journal, les adresses ni qui est présent.`,
  },
]

const OUVERTURES: readonly { value: Ouverture; label: string; help: string }[] = [
  { value: 'LIRE', label: 'Lire', help: 'Personne ne modifie, sauf les admins et qui a reçu un accès plus large.' },
  { value: 'COMMENTER', label: 'Commenter', help: 'Lire et commenter.' },
  {
    value: 'CONTRIBUER',
    label: 'Contribuer',
    help: 'Chacun modifie les fiches qu’il pilote, ou que son service pilote.',
  },
  { value: 'EDITER', label: 'Éditer', help: 'Chacun fait ce que son rôle permet.' },
]

/** Two choices, kept together. */
export function PlanAccessForm({ access, onDone }: { access: PlanAccessFragment; onDone: () => void }) {
  const [changeAccess] = useMutation(changeAccessMutation)
  const [visibilite, setVisibilite] = useState(access.visibilite)
  const [ouverture, setOuverture] = useState(access.ouverture)
  const [confirming, setConfirming] = useState(false)
  const publishes = visibilite === 'PUBLIC' && access.visibilite !== 'PUBLIC'

  async function submit() {
    if (publishes && !confirming) {
      setConfirming(true)
      return null
    }
    const input = { planId: access.id, visibilite, ouverture }
    const { data } = await changeAccess({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.changePlanAccess.__typename !== 'ChangePlanAccessSuccess')
      return data?.changePlanAccess.message ?? UNEXPECTED_ERROR
    onDone()
    return null
  }

  if (confirming) {
    return (
      <DialogForm action="Rendre public" onSubmit={submit} onCancel={() => setConfirming(false)}>
        <Publication fichesCount={access.fichesPubliablesCount} />
      </DialogForm>
    )
  }
  return (
    <DialogForm action={publishes ? 'Continuer' : 'Enregistrer'} onSubmit={submit} onCancel={onDone}>
      <Choices label="Qui lit ce plan" choices={VISIBILITES} value={visibilite} onChange={setVisibilite} />
      <Choices
        label="Le plus qu’un rôle y permet"
        description="Les admins sont au-dessus."
        choices={OUVERTURES}
        value={ouverture}
        onChange={setOuverture}
      />
    </DialogForm>
  )
}

/** What publishing shows, said before it is done. */
function Publication({ fichesCount }: { fichesCount: number }) {
  const fiches =
    fichesCount === 0
      ? 'Aucune fiche n’y est encore'
      : fr`${counted(fichesCount, 'fiche devient publique', 'fiches deviennent publiques')}, avec leurs sous-actions`
  return (
    <Stack gap="xs">
      <Text fw={600}>{fiches}.</Text>
      <Text size="sm">
        Celles que l’on y placera ensuite le seront aussi. Les noms des personnes ne sont montrés que si un admin l’a
        choisi, à la page des membres. Les services le sont toujours.
      </Text>
      <Text size="sm">Ce choix se reprend, mais ce qui a été lu l’aura été.</Text>
    </Stack>
  )
}

function Choices<Value extends string>({
  choices,
  value,
  onChange,
  ...texts
}: {
  label: string
  description?: string
  choices: readonly { value: Value; label: string; help: string }[]
  value: Value
  onChange: (value: Value) => void
}) {
  return (
    <Radio.Group
      {...texts}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((each) => each.value === chosen)
        if (choice) onChange(choice.value)
      }}
    >
      <Stack gap="xs" mt="xs">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} description={choice.help} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
