import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useAct } from '../../lib/graphql/use-act.ts'
import { formText } from '../../lib/text/form-text.ts'
import { fr } from '../../lib/text/french.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { renameLabelMutation } from './libelle-mutations.ts'

const MAX_NOM_CHARACTERS = 200

/** Gives a label another name, on every fiche that bears it. */
export function RenameForm({ label, onDone }: { label: { id: string; nom: string }; onDone: () => void }) {
  const rename = useAct(renameLabelMutation, 'Libelles')

  async function submit(form: FormData) {
    const nom = formText(form, 'nom')
    const refusal = await rename.run({ input: { labelId: label.id, nom } })
    if (refusal !== null) return refusal
    notifications.show({ message: fr`« ${label.nom} » s’appelle « ${nom} », sur toutes ses fiches.` })
    onDone()
    return null
  }

  return (
    <DialogForm action="Enregistrer" onSubmit={submit} onCancel={onDone}>
      <TextInput
        label="Nom"
        name="nom"
        defaultValue={label.nom}
        maxLength={MAX_NOM_CHARACTERS}
        required
        withAsterisk={false}
        data-autofocus
      />
    </DialogForm>
  )
}
