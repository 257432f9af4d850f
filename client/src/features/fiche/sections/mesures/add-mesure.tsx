import { useMutation } from '@apollo/client/react'
import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { graphql } from '../../../../gql/gql.ts'
import { formText } from '../../../../lib/text/form-text.ts'
import { useChange } from '../../../../ui/fields/use-change.ts'
import classes from '../sections.module.css'

const addMutation = graphql(`
  mutation AddFicheMesureLiee($input: AddFicheMesureLieeInput!) {
    addFicheMesureLiee(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheMesureLieeSuccess {
        fiche {
          id
          ...FicheMesures
        }
      }
    }
  }
`)

/** Adds a reference to a measure: its code, its title, or both. */
export function AddMesure({ ficheId }: { ficheId: string }) {
  const [add] = useMutation(addMutation)
  const { pending, change } = useChange()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const input = { ficheId, code: formText(data, 'code'), titre: formText(data, 'titre') }
    if (await change({ send: async () => (await add({ variables: { input } })).data?.addFicheMesureLiee })) form.reset()
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput label="Titre de la mesure" name="titre" maxLength={300} />
      <TextInput label="Code" name="code" maxLength={50} placeholder="cae 3.1.2" w="8rem" />
      <Button type="submit" variant="default" loading={pending}>
        Ajouter la mesure
      </Button>
    </form>
  )
}
