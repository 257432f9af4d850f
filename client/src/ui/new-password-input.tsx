import { PasswordInput } from '@mantine/core'

/** The server's own limits, so that the page can say them before it is asked. */
export const MIN_PASSWORD_LENGTH = 8
const MAX_PASSWORD_LENGTH = 128

/** Where a password is chosen: as long as the server wants it, and for the browser's own keeper. */
export function NewPasswordInput(props: { label: string; name: string; description?: string }) {
  return (
    <PasswordInput
      {...props}
      autoComplete="new-password"
      minLength={MIN_PASSWORD_LENGTH}
      maxLength={MAX_PASSWORD_LENGTH}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe' }}
    />
  )
}
