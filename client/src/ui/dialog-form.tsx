import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'

/** A form in a dialog: why it was refused, its fields, what it does and the way out. */
export function DialogForm({
  action,
  ready = true,
  isDestructive = false,
  onSubmit,
  onCancel,
  children,
}: {
  /** What the button says. */
  action: string
  /** Whether there is something to confirm yet. */
  ready?: boolean
  /** It cannot be taken back. */
  isDestructive?: boolean
  /** Answers why it was refused, in a sentence; null when it was done. */
  onSubmit: (form: FormData) => Promise<string | null>
  onCancel: () => void
  children: ReactNode
}) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setPending(true)
    setRefusal(await onSubmit(form))
    setPending(false)
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {refusal && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Annuler
          </Button>
          <Button type="submit" loading={pending} disabled={!ready} {...(isDestructive && { color: 'red.9' })}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
