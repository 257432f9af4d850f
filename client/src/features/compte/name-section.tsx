import { useMutation } from '@apollo/client/react'
import { Alert, Button, Group, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { graphql } from '../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { formText } from '../../lib/text/form-text.ts'
import { Section } from './section.tsx'

const updateViewerMutation = graphql(`
  mutation UpdateViewer($input: UpdateViewerInput!) {
    updateViewer(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on UpdateViewerSuccess {
        viewer {
          uuid
          nom
        }
      }
    }
  }
`)

/** The name that colleagues see, in every collectivité. */
export function NameSection({ nom }: { nom: string }) {
  const [update, { loading }] = useMutation(updateViewerMutation)
  const router = useRouter()
  const [outcome, setOutcome] = useState<{ ok: boolean; text: string } | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const input = { nom: formText(new FormData(event.currentTarget), 'nom') }
    const { data } = await update({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.updateViewer.__typename !== 'UpdateViewerSuccess') {
      setOutcome({ ok: false, text: data?.updateViewer.message ?? UNEXPECTED_ERROR })
      return
    }
    setOutcome({ ok: true, text: 'Nom enregistré.' })
    await router.invalidate()
  }

  return (
    <Section title="Nom">
      <form onSubmit={(event) => void submit(event)}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Votre nom"
            description="Tel que vos collègues le voient sur les fiches."
            name="nom"
            defaultValue={nom}
            autoComplete="name"
            maxLength={150}
            required
            withAsterisk={false}
            flex="1 1 16rem"
          />
          <Button type="submit" variant="default" loading={loading}>
            Enregistrer
          </Button>
        </Group>
      </form>
      <Outcome outcome={outcome} />
    </Section>
  )
}

/** What came of a form, said where it is. */
export function Outcome({ outcome }: { outcome: { ok: boolean; text: string } | null }) {
  if (!outcome) return null
  return (
    <Alert color={outcome.ok ? 'green' : 'red'} role={outcome.ok ? 'status' : 'alert'}>
      {outcome.text}
    </Alert>
  )
}
