import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Surface } from '../../../ui/surface.tsx'
import classes from './sections.module.css'

/** One list of a fiche: its name, what it holds, and what to do where it is empty. */
export function Section({
  id,
  title,
  empty,
  children,
}: {
  /** Its anchor in the page. */
  id: string
  title: string
  /** Said while there is nothing in it. */
  empty: string | null
  children: ReactNode
}) {
  return (
    <Surface p="md">
      <section id={id} data-field={id} aria-labelledby={`${id}-titre`} className={classes.section}>
        <Title order={2} id={`${id}-titre`} className={classes.title} tabIndex={-1}>
          {title}
        </Title>
        {empty && (
          <Text size="sm" c="dimmed" mb="xs">
            {empty}
          </Text>
        )}
        {children}
      </section>
    </Surface>
  )
}
