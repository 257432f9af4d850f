import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Surface } from '../../ui/surface.tsx'
import classes from './session-page.module.css'

/** The frame of the pages that need no session: the name of the product, one sheet. */
export function SessionPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <title>{`${title} · Pupitre`}</title>
      <div className={classes.column}>
        <div className={classes.brand}>
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <div>
            <Text fw={700} size="xl" lh={1.1}>
              Pupitre
            </Text>
            <Text size="sm" c="dimmed">
              Le pupitre partagé de vos plans d’action
            </Text>
          </div>
        </div>
        <Surface p={{ base: 'md', xs: 'xl' }}>
          <Stack gap="md">
            <Title order={1}>{title}</Title>
            {children}
          </Stack>
        </Surface>
      </div>
    </main>
  )
}
