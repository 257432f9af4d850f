import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CreateApiKeyInput } from '../../gql/graphql.ts'
import { formText } from '../../lib/text/form-text.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { AccessField, type KeyAccess, scopesOf } from './access-field.tsx'
import { ExpiryField } from './expiry-field.tsx'
import { endOfDay } from './expiry.ts'

/** The server's own limit. */
const MAX_NOM_LENGTH = 80

/** What a new key is for, what it may do, and until when. */
export function NewKeyForm({
  collectiviteId,
  onCreate,
  onCancel,
}: {
  collectiviteId: string
  /** Answers why there is no key, or null. */
  onCreate: (input: CreateApiKeyInput) => Promise<string | null>
  onCancel: () => void
}) {
  const [access, setAccess] = useState<KeyAccess>({ reads: 'LIRE', writes: false })

  const submit = (form: FormData) =>
    onCreate({
      collectiviteId,
      nom: formText(form, 'nom'),
      scopes: scopesOf(access),
      expiresAt: endOfDay(formText(form, 'expiration')),
    })

  return (
    <DialogForm action="Créer la clé" onSubmit={submit} onCancel={onCancel}>
      <TextInput
        label="Nom"
        description="Le programme qui s’en servira, et qui s’en occupe. Une clé par programme."
        name="nom"
        maxLength={MAX_NOM_LENGTH}
        autoComplete="off"
        required
        withAsterisk={false}
        data-autofocus
      />
      <AccessField access={access} onChange={setAccess} />
      <ExpiryField />
    </DialogForm>
  )
}
