import { useMutation } from '@apollo/client/react'
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { counted } from '../../../lib/text/french.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'

const deleteMutation = graphql(`
  mutation DeleteChampPropre($input: DeleteChampPropreInput!) {
    deleteChampPropre(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on DeleteChampPropreSuccess {
        plan {
          id
          ...PlanChampsPropres
        }
      }
    }
  }
`)

/** A field of a plan; it is deleted in two steps, the second says how many values go with it. */
export function ChampPropreLine({
  champ: { id: champId, nom, valeursCount },
  typeLabel,
}: {
  champ: { id: string; nom: string; valeursCount: number }
  typeLabel: string
}) {
  const [asked, setAsked] = useState(false)
  const [remove, { loading }] = useMutation(deleteMutation)

  async function confirm() {
    const answer = (await remove({ variables: { input: { champId } } }).catch(() => null))?.data?.deleteChampPropre
    if (answer?.__typename !== 'DeleteChampPropreSuccess') showRefusal(answer?.message ?? UNEXPECTED_ERROR)
  }

  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">
        {nom}{' '}
        <Text span c="dimmed">
          · {typeLabel}
        </Text>
      </Text>
      {asked ? (
        <Group gap="xs">
          <Button size="compact-sm" color="red" variant="light" loading={loading} onClick={() => void confirm()}>
            Supprimer, avec {counted(valeursCount, 'valeur', 'valeurs')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
            Garder
          </Button>
        </Group>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={`Supprimer le champ ${nom}`}
          onClick={() => setAsked(true)}
        >
          Supprimer
        </Button>
      )}
    </Group>
  )
}
