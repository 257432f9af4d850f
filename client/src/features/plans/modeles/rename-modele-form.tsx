import { useMutation } from '@apollo/client/react'
import { TextInput } from '@mantine/core'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { formText } from '../../../lib/text/form-text.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'

const renamePlanModeleMutation = graphql(`
  mutation RenamePlanModele($input: RenamePlanModeleInput!) {
    renamePlanModele(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RenamePlanModeleSuccess {
        modele {
          id
          nom
        }
      }
    }
  }
`)

/** Gives a model another name. */
export function RenameModeleForm({ modele, onClose }: { modele: { id: string; nom: string }; onClose: () => void }) {
  const [rename] = useMutation(renamePlanModeleMutation)

  async function submit(form: FormData) {
    const input = { modeleId: modele.id, nom: formText(form, 'nom') }
    const { data } = await rename({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.renamePlanModele.__typename !== 'RenamePlanModeleSuccess')
      return data?.renamePlanModele.message ?? UNEXPECTED_ERROR
    onClose()
    return null
  }

  return (
    <DialogForm action="Renommer" onSubmit={submit} onCancel={onClose}>
      <TextInput
        label="Nom du modèle"
        name="nom"
        defaultValue={modele.nom}
        maxLength={100}
        required
        withAsterisk={false}
        data-autofocus
      />
    </DialogForm>
  )
}
