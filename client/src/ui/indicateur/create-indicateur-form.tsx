import { useMutation } from '@apollo/client/react'
import { Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { graphql } from '../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { isPeriodicite, PERIODICITES } from '../../lib/indicateur/periodicite.ts'
import { formText } from '../../lib/text/form-text.ts'
import { DialogForm } from '../dialog-form.tsx'

const createIndicateurMutation = graphql(`
  mutation CreateIndicateur($input: CreateIndicateurInput!) {
    createIndicateur(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreateIndicateurSuccess {
        indicateur {
          id
          uuid
        }
      }
    }
  }
`)

/** Creates an indicateur, then hands it over. */
export function CreateIndicateurForm({
  collectiviteId,
  nom = '',
  onCreated,
  onCancel,
}: {
  collectiviteId: string
  /** What it may be called. */
  nom?: string
  onCreated: (indicateur: { id: string; uuid: string }) => Promise<void>
  onCancel: () => void
}) {
  const [createIndicateur] = useMutation(createIndicateurMutation)

  async function submit(form: FormData) {
    const periodicite = formText(form, 'periodicite')
    if (!isPeriodicite(periodicite)) return UNEXPECTED_ERROR
    const input = {
      collectiviteId,
      nom: formText(form, 'nom'),
      unite: formText(form, 'unite'),
      description: formText(form, 'description'),
      periodicite,
    }
    const { data } = await createIndicateur({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.createIndicateur.__typename !== 'CreateIndicateurSuccess')
      return data?.createIndicateur.message ?? UNEXPECTED_ERROR
    await onCreated(data.createIndicateur.indicateur)
    return null
  }

  return (
    <DialogForm action="Créer l’indicateur" onSubmit={submit} onCancel={onCancel}>
      <TextInput
        label="Nom de l’indicateur"
        name="nom"
        placeholder="Consommation d’énergie finale"
        defaultValue={nom}
        required
        withAsterisk={false}
        data-autofocus
      />
      <Group grow align="flex-start">
        <TextInput label="Unité" name="unite" placeholder="GWh" />
        <NativeSelect label="Saisie" name="periodicite" data={PERIODICITES} />
      </Group>
      <Textarea
        label="Définition"
        name="description"
        placeholder="Ce qui est mesuré, et la source"
        autosize
        minRows={2}
      />
    </DialogForm>
  )
}
