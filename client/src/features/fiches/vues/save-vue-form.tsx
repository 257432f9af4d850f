import { useMutation } from '@apollo/client/react'
import { Checkbox, Text, TextInput } from '@mantine/core'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { formText } from '../../../lib/text/form-text.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'

const createVueMutation = graphql(`
  mutation CreateVue($input: CreateVueInput!) {
    createVue(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreateVueSuccess {
        vue {
          id
        }
        collectivite {
          id
          vues {
            id
            ...VueEnregistree
          }
        }
      }
    }
  }
`)

/** As many characters as the server takes for the name of a view. */
export const MAX_NOM_CHARACTERS = 80

/** Keeps what the page shows under a name. */
export function SaveVueForm({
  collectiviteId,
  parametres,
  canShare,
  onSaved,
  onCancel,
}: {
  collectiviteId: string
  parametres: string
  canShare: boolean
  onSaved: (vueId: string) => void
  onCancel: () => void
}) {
  const [create] = useMutation(createVueMutation)

  async function submit(form: FormData) {
    const partagee = form.get('partagee') !== null
    const input = { collectiviteId, nom: formText(form, 'nom'), parametres, partagee }
    const { data } = await create({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.createVue.__typename !== 'CreateVueSuccess') return data?.createVue.message ?? UNEXPECTED_ERROR
    onSaved(data.createVue.vue.id)
    return null
  }

  return (
    <DialogForm action="Enregistrer la vue" onSubmit={submit} onCancel={onCancel}>
      <TextInput
        label="Nom de la vue"
        name="nom"
        maxLength={MAX_NOM_CHARACTERS}
        required
        withAsterisk={false}
        data-autofocus
      />
      {canShare && (
        <Checkbox
          name="partagee"
          label="Partager avec la collectivité"
          description="Tous ses membres la trouvent ; vous et les admins la changez."
        />
      )}
      <Text size="sm" c="dimmed">
        La vue garde les filtres, la recherche, le tri, les colonnes et la présentation, pas les fiches : chacun y voit
        celles qu’il peut lire.
      </Text>
    </DialogForm>
  )
}
