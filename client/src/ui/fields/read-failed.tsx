import { Alert, Button, Group, Text } from '@mantine/core'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'

/** Says that what a form needs could not be read, with the way to try again. */
export function ReadFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <Alert color="red" role="alert">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{UNEXPECTED_ERROR}</Text>
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          Réessayer
        </Button>
      </Group>
    </Alert>
  )
}
