import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Page } from './page.tsx'

/** A page that has one thing to say, and what to do about it. */
export function MessagePage({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <Page title={title}>
      <Stack gap="md" maw="34rem" mx="auto" mt="8vh">
        <Title order={1}>{title}</Title>
        <Text component="div">{children}</Text>
        {actions && <Group gap="sm">{actions}</Group>}
      </Stack>
    </Page>
  )
}
