import { TextInput } from '@mantine/core'

/** The server's own limit. */
const MAX_URL_LENGTH = 2_000

/** The address that is told. The form has it as `adresse`. */
export function AddressField({ url = '' }: { url?: string }) {
  return (
    <TextInput
      label="Adresse"
      description="Celle du programme qui reçoit, en https, sur internet."
      name="adresse"
      type="url"
      placeholder="https://exemple.fr/pupitre"
      defaultValue={url}
      maxLength={MAX_URL_LENGTH}
      autoComplete="off"
      spellCheck={false}
      required
      withAsterisk={false}
      data-autofocus
    />
  )
}
