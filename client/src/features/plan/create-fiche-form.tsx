import { useMutation } from '@apollo/client/react'
import { Alert, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { graphql } from '../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { formText } from '../../lib/text/form-text.ts'

const createFicheMutation = graphql(`
  mutation CreateFiche($input: CreateFicheInput!) {
    createFiche(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreateFicheSuccess {
        fiche {
          id
          uuid
        }
      }
    }
  }
`)

/** An axe of the plan, by the names from the root down to its own. */
export interface AxeChoice {
  id: string
  path: readonly string[]
}

/** Creates a fiche in an axe or at the root of the plan, then opens it. */
export function CreateFicheForm({
  planId,
  axes,
  onCancel,
}: {
  planId: string
  axes: readonly AxeChoice[]
  onCancel: () => void
}) {
  const navigate = useNavigate()
  const [createFiche, { loading }] = useMutation(createFicheMutation)
  const [error, setError] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const input = { planId, axeId: formText(form, 'axe') || null, titre: formText(form, 'titre') }
    const { data } = await createFiche({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.createFiche.__typename !== 'CreateFicheSuccess') {
      setError(data?.createFiche.message ?? UNEXPECTED_ERROR)
      return
    }
    await navigate({ to: '/fiches/$ficheUuid', params: { ficheUuid: data.createFiche.fiche.uuid } })
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <TextInput label="Titre de la fiche" name="titre" required withAsterisk={false} data-autofocus />
        <NativeSelect label="Emplacement" name="axe" data={placeOptions(axes)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Annuler
          </Button>
          <Button type="submit" loading={loading}>
            Créer la fiche
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function placeOptions(axes: readonly AxeChoice[]) {
  return [
    ...axes.map(({ id, path }) => ({ value: id, label: path.join(' › ') })),
    { value: '', label: 'À la racine du plan' },
  ]
}
