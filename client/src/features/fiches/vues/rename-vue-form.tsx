import { TextInput } from '@mantine/core'
import { formText } from '../../../lib/text/form-text.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { MAX_NOM_CHARACTERS } from './save-vue-form.tsx'
import { useChangeVue } from './use-change-vue.ts'

/** Gives a view another name. */
export function RenameVueForm({ vue, onClose }: { vue: { id: string; nom: string }; onClose: () => void }) {
  const { update } = useChangeVue(vue.id)

  async function submit(form: FormData) {
    const refusal = await update({ nom: formText(form, 'nom') })
    if (refusal === null) onClose()
    return refusal
  }

  return (
    <DialogForm action="Renommer" onSubmit={submit} onCancel={onClose}>
      <TextInput
        label="Nom de la vue"
        name="nom"
        defaultValue={vue.nom}
        maxLength={MAX_NOM_CHARACTERS}
        required
        withAsterisk={false}
        data-autofocus
      />
    </DialogForm>
  )
}
