import { Button, CopyButton, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Gives back words whose field went away under the hand of who typed them; stays until it is closed. */
export function showTypedWords({ message, words }: { message: string; words: string }): void {
  notifications.show({
    autoClose: false,
    role: 'alert',
    title: message,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{words}</Text>
        <CopyButton value={words}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" flex="none" onClick={copy}>
              {copied ? 'Copié' : 'Copier'}
            </Button>
          )}
        </CopyButton>
      </Group>
    ),
  })
}
