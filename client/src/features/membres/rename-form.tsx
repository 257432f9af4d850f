import { TextInput } from '@mantine/core'
import { formText } from '../../lib/text/form-text.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { renamePersonneMutation } from './mutations.ts'
import type { Named } from './people.ts'
import { useAct } from '../../lib/graphql/use-act.ts'

/** Corrects the name of somebody without an account. */
export function RenameForm({ personne, onDone }: { personne: Named; onDone: () => void }) {
  const rename = useAct(renamePersonneMutation, 'Membres')

  async function submit(form: FormData) {
    const refusal = await rename.run({ input: { personneId: personne.id, nom: formText(form, 'nom') } })
    if (refusal === null) onDone()
    return refusal
  }

  return (
    <DialogForm action="Enregistrer" onSubmit={submit} onCancel={onDone}>
      <TextInput
        label="Nom"
        name="nom"
        defaultValue={personne.nom}
        maxLength={150}
        required
        withAsterisk={false}
        data-autofocus
      />
    </DialogForm>
  )
}
