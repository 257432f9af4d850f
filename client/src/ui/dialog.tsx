import { Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'

/**
 * A dialog with its title. Mantine's own puts the title in a `header` element, which counts as a second banner of the
 * page for screen readers: this one does not.
 */
export function Dialog({
  opened,
  onClose,
  title,
  children,
}: {
  opened: boolean
  onClose: () => void
  title: string
  children: ReactNode
}) {
  return (
    <Modal.Root opened={opened} onClose={onClose} centered transitionProps={{ duration: 120 }}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body p="lg">
          <Group justify="space-between" wrap="nowrap" align="flex-start" mb="md">
            <Modal.Title fz="h2" fw={650} lh={1.35}>
              {title}
            </Modal.Title>
            <Modal.CloseButton aria-label="Fermer" />
          </Group>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
