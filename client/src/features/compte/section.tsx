import { Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Surface } from '../../ui/surface.tsx'

/** One subject of the account. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Surface p={{ base: 'md', xs: 'lg' }}>
      <Stack component="section" gap="sm">
        <Title order={2}>{title}</Title>
        {children}
      </Stack>
    </Surface>
  )
}
