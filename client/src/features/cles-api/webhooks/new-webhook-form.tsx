import { NativeSelect } from '@mantine/core'
import type { ApiKeyRowFragment, CreateWebhookInput } from '../../../gql/graphql.ts'
import { formText } from '../../../lib/text/form-text.ts'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { AddressField } from './address-field.tsx'

/** The address that a new webhook has told, and the key that it depends on. */
export function NewWebhookForm({
  apiKeys,
  onCreate,
  onCancel,
}: {
  apiKeys: readonly ApiKeyRowFragment[]
  /** Answers why there is no webhook, or null. */
  onCreate: (input: CreateWebhookInput) => Promise<string | null>
  onCancel: () => void
}) {
  const submit = (form: FormData) => onCreate({ apiKeyId: formText(form, 'cle'), url: formText(form, 'adresse') })

  return (
    <DialogForm action="Créer le webhook" onSubmit={submit} onCancel={onCancel}>
      <AddressField />
      <NativeSelect
        label="Clé"
        description={fr`Le webhook prévient de ce que cette clé lit. Il s’arrête avec elle.`}
        name="cle"
        data={apiKeys.map(({ id, nom }) => ({ value: id, label: nom }))}
      />
    </DialogForm>
  )
}
