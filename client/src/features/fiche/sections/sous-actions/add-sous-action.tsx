import { useMutation } from '@apollo/client/react'
import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { graphql } from '../../../../gql/gql.ts'
import { formText } from '../../../../lib/text/form-text.ts'
import { useChange } from '../../../../ui/fields/use-change.ts'
import classes from '../sections.module.css'

const createMutation = graphql(`
  mutation CreateSousAction($input: CreateSousActionInput!) {
    createSousAction(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on CreateSousActionSuccess {
        fiche {
          id
          ...FicheSousActions
        }
      }
    }
  }
`)

/** Adds a sous-action by its title; the field is ready for the next. */
export function AddSousAction({ parentId }: { parentId: string }) {
  const [create] = useMutation(createMutation)
  const { pending, change } = useChange()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const input = { parentId, titre: formText(new FormData(form), 'titre') }
    if (await change({ send: async () => (await create({ variables: { input } })).data?.createSousAction }))
      form.reset()
  }

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label="Nouvelle sous-action"
        name="titre"
        placeholder="Son titre"
        maxLength={300}
        required
        withAsterisk={false}
      />
      <Button type="submit" variant="default" loading={pending}>
        Ajouter
      </Button>
    </form>
  )
}
