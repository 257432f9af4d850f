import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** The title of a page, what situates it, and what may be done there. */
export function PageHeader({ title, details, actions }: { title: string; details?: ReactNode; actions?: ReactNode }) {
  return (
    <Group component="header" justify="space-between" align="flex-end" gap="md" mb="lg">
      <Stack gap={4} flex="1 1 18rem">
        <Title order={1}>{title}</Title>
        {details && (
          <Text component="div" c="dimmed" size="sm">
            {details}
          </Text>
        )}
      </Stack>
      {actions}
    </Group>
  )
}
