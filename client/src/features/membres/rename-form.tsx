import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { formText } from '../../lib/text/form-text.ts'
import { renamePersonneMutation } from './mutations.ts'
import type { Named } from './people.ts'
import { useAct } from './use-act.ts'

/** Corrects the name of somebody without an account. */
export function RenameForm({ personne, onDone }: { personne: Named; onDone: () => void }) {
  const rename = useAct(renamePersonneMutation)
  const [error, setError] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const nom = formText(new FormData(event.currentTarget), 'nom')
    const refusal = await rename.run({ input: { personneId: personne.id, nom } })
    setError(refusal)
    if (refusal === null) onDone()
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <TextInput
          label="Nom"
          name="nom"
          defaultValue={personne.nom}
          maxLength={150}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Annuler
          </Button>
          <Button type="submit" loading={rename.pending}>
            Enregistrer
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
