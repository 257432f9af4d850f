import { useMutation } from '@apollo/client/react'
import { Checkbox, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { formText } from '../../../lib/text/form-text.ts'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'

const createPlanModeleMutation = graphql(`
  mutation CreatePlanModele($input: CreatePlanModeleInput!) {
    createPlanModele(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreatePlanModeleSuccess {
        modele {
          id
          nom
        }
      }
    }
  }
`)

/** Makes a model of a plan, from which others are begun. */
export function SaveModeleForm({ plan, onClose }: { plan: { id: string; nom: string }; onClose: () => void }) {
  const [create] = useMutation(createPlanModeleMutation)

  async function submit(form: FormData) {
    const avecFiches = form.get('avecFiches') !== null
    const input = { planId: plan.id, nom: formText(form, 'nom'), avecFiches }
    const { data } = await create({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.createPlanModele.__typename !== 'CreatePlanModeleSuccess')
      return data?.createPlanModele.message ?? UNEXPECTED_ERROR
    const { nom } = data.createPlanModele.modele
    notifications.show({ message: fr`« ${nom} » est parmi les modèles : il est proposé à la création d’un plan.` })
    onClose()
    return null
  }

  return (
    <DialogForm action="Enregistrer le modèle" onSubmit={submit} onCancel={onClose}>
      <TextInput
        label="Nom du modèle"
        name="nom"
        defaultValue={plan.nom}
        maxLength={100}
        required
        withAsterisk={false}
        data-autofocus
      />
      <Checkbox name="avecFiches" label="Avec les titres des fiches" />
      <Text size="sm" c="dimmed">
        Le modèle garde les axes et leurs descriptions, les noms des niveaux et les champs propres. Ni les personnes, ni
        les valeurs, ni les fiches restreintes n’y sont. Tous les membres de la collectivité le voient.
      </Text>
    </DialogForm>
  )
}
