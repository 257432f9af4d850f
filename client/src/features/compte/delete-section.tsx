import { useMutation } from '@apollo/client/react'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSignOut } from '../../app/shell/use-sign-out.ts'
import { graphql } from '../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { formText } from '../../lib/text/form-text.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from './section.tsx'

const deleteAccountMutation = graphql(`
  mutation DeleteAccount($input: DeleteAccountInput!) {
    deleteAccount(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

/** The way out, for good: said before, confirmed by one's own address, and nothing left on the device. */
export function DeleteSection({ uuid }: { uuid: string }) {
  const [opened, setOpened] = useState(false)
  const [remove] = useMutation(deleteAccountMutation)
  const signOut = useSignOut(uuid)

  async function submit(form: FormData): Promise<string | null> {
    const input = { email: formText(form, 'email') }
    const { data } = await remove({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.deleteAccount.__typename !== 'DeleteAccountSuccess') {
      return data?.deleteAccount.message ?? UNEXPECTED_ERROR
    }
    await signOut()
    return null
  }

  return (
    <Section title="Supprimer mon compte">
      <Text>
        Votre nom, votre adresse et vos sessions sont effacés. Ce que vous avez écrit reste à vos collectivités, sans
        auteur : là où une fiche ou un plan vous nomme, on lira « Personne effacée ».
      </Text>
      <Group>
        <Button variant="default" onClick={() => setOpened(true)}>
          Supprimer mon compte…
        </Button>
      </Group>
      <Dialog opened={opened} onClose={() => setOpened(false)} title="Supprimer votre compte ?">
        <DialogForm action="Supprimer mon compte" isDestructive onSubmit={submit} onCancel={() => setOpened(false)}>
          <Text>
            C’est définitif : personne ne pourra vous rendre ce compte. Ce qui n’est encore que sur cet appareil est
            perdu aussi.
          </Text>
          <TextInput
            label="Votre adresse, pour confirmer"
            name="email"
            type="email"
            autoComplete="off"
            maxLength={254}
            required
            withAsterisk={false}
            data-autofocus
          />
        </DialogForm>
      </Dialog>
    </Section>
  )
}
