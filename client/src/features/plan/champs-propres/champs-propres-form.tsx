import { useMutation } from '@apollo/client/react'
import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import type { ChampPropreType } from '../../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { formText } from '../../../lib/text/form-text.ts'
import { PlainList } from '../../../ui/plain-list.tsx'
import { showRefusal } from '../../../ui/show-refusal.ts'
import { ChampPropreLine } from './champ-propre-line.tsx'

export const planChamps = graphql(`
  fragment PlanChampsPropres on Plan {
    id
    champsPropres {
      id
      nom
      type
      valeursCount
      choix {
        id
        nom
        valeursCount
      }
    }
  }
`)

const createMutation = graphql(`
  mutation CreateChampPropre($input: CreateChampPropreInput!) {
    createChampPropre(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreateChampPropreSuccess {
        plan {
          id
          ...PlanChampsPropres
        }
      }
    }
  }
`)

export const CHAMP_TYPES: Record<ChampPropreType, string> = {
  TEXTE: 'Texte',
  NOMBRE: 'Nombre',
  DATE: 'Date',
  CHOIX: 'Choix dans une liste',
}
const TYPES = ['TEXTE', 'NOMBRE', 'DATE', 'CHOIX'] as const

/** The fields that a plan adds to its fiches: what they are called, in which order, one more, one less. */
export function ChampsPropresForm({ plan }: { plan: FragmentType<typeof planChamps> }) {
  const { id: planId, champsPropres } = readFragment(planChamps, plan)
  const [type, setType] = useState<ChampPropreType>('TEXTE')
  const [create, { loading }] = useMutation(createMutation)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const lines = formText(data, 'choix').split('\n')
    const choix = type === 'CHOIX' ? lines.map((line) => line.trim()).filter(Boolean) : []
    const variables = { input: { planId, nom: formText(data, 'nom'), type, choix } }
    const answer = (await create({ variables }).catch(() => null))?.data?.createChampPropre
    if (answer?.__typename === 'CreateChampPropreSuccess') form.reset()
    else showRefusal(answer?.message ?? UNEXPECTED_ERROR)
  }

  return (
    <Stack gap="md">
      {champsPropres.length === 0 && (
        <Text size="sm" c="dimmed">
          Un champ ajouté ici se remplit dans chaque fiche du plan.
        </Text>
      )}
      {champsPropres.length > 0 && (
        <Stack component={PlainList} gap="md">
          {champsPropres.map((champ, index) => (
            <ChampPropreLine
              key={champ.id}
              champ={champ}
              typeLabel={CHAMP_TYPES[champ.type]}
              up={index === 0 ? undefined : (champsPropres[index - 2]?.id ?? null)}
              down={champsPropres[index + 1]?.id}
            />
          ))}
        </Stack>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput label="Nom du nouveau champ" name="nom" maxLength={100} required withAsterisk={false} />
          <NativeSelect
            label="Type"
            value={type}
            data={TYPES.map((value) => ({ value, label: CHAMP_TYPES[value] }))}
            onChange={({ currentTarget }) => setType(TYPES.find((each) => each === currentTarget.value) ?? 'TEXTE')}
          />
          {type === 'CHOIX' && (
            <Textarea
              label="Choix"
              description="Un par ligne."
              name="choix"
              autosize
              minRows={2}
              required
              withAsterisk={false}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={loading}>
              Ajouter le champ
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  )
}
