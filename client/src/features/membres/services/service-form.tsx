import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { formText } from '../../../lib/text/form-text.ts'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import type { Named } from '../people.ts'
import { useAct } from '../../../lib/graphql/use-act.ts'
import { createServiceMutation, renameServiceMutation } from './service-mutations.ts'

const MAX_NOM_CHARACTERS = 200

/** Creates a service, or gives one another name. */
export function ServiceForm({
  collectiviteId,
  service,
  onDone,
}: {
  collectiviteId: string
  /** Left out: a new one. */
  service?: Named
  onDone: () => void
}) {
  const create = useAct(createServiceMutation, 'Services')
  const rename = useAct(renameServiceMutation, 'Services')

  async function submit(form: FormData) {
    const nom = formText(form, 'nom')
    const refusal = service
      ? await rename.run({ input: { serviceId: service.id, nom } })
      : await create.run({ input: { collectiviteId, nom } })
    if (refusal !== null) return refusal
    notifications.show({
      message: service ? fr`Le service s’appelle « ${nom} », sur toutes ses fiches.` : fr`« ${nom} » est créé.`,
    })
    onDone()
    return null
  }

  return (
    <DialogForm action={service ? 'Enregistrer' : 'Créer le service'} onSubmit={submit} onCancel={onDone}>
      <TextInput
        label="Nom du service"
        name="nom"
        defaultValue={service?.nom ?? ''}
        placeholder="Direction de l’eau"
        maxLength={MAX_NOM_CHARACTERS}
        required
        withAsterisk={false}
        data-autofocus
      />
    </DialogForm>
  )
}
