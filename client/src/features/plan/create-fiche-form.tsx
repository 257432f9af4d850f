import { useMutation } from '@apollo/client/react'
import { NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { formText } from '../../lib/text/form-text.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'

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
  const [createFiche] = useMutation(createFicheMutation)

  async function submit(form: FormData) {
    const input = { planId, axeId: formText(form, 'axe') || null, titre: formText(form, 'titre') }
    const { data } = await createFiche({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.createFiche.__typename !== 'CreateFicheSuccess') return data?.createFiche.message ?? UNEXPECTED_ERROR
    await navigate({ to: '/fiches/$ficheUuid', params: { ficheUuid: data.createFiche.fiche.uuid } })
    return null
  }

  return (
    <DialogForm action="Créer la fiche" onSubmit={submit} onCancel={onCancel}>
      <TextInput label="Titre de la fiche" name="titre" required withAsterisk={false} data-autofocus />
      <NativeSelect label="Emplacement" name="axe" data={placeOptions(axes)} />
    </DialogForm>
  )
}

function placeOptions(axes: readonly AxeChoice[]) {
  return [
    ...axes.map(({ id, path }) => ({ value: id, label: path.join(' › ') })),
    { value: '', label: 'À la racine du plan' },
  ]
}
