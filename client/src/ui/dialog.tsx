import { Group, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { DialogLayer } from './dialog-layer.ts'
import classes from './dialog.module.css'

/**
 * A dialog with its title. Mantine's own puts the title in a `header` element, which counts as a second banner of the
 * page for screen readers: this one does not.
 */
export function Dialog({
  opened,
  onClose,
  onClosed,
  title,
  children,
}: {
  opened: boolean
  onClose: () => void
  /** Once there is nothing of it to be seen any more. */
  onClosed?: () => void
  title: string
  children: ReactNode
}) {
  const [layer, setLayer] = useState<HTMLElement | null>(null)

  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      {...(onClosed && { onExitTransitionEnd: onClosed })}
      centered
      transitionProps={{ duration: 120 }}
      classNames={classes}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body p="lg">
          <Group justify="space-between" wrap="nowrap" align="flex-start" mb="md">
            <Modal.Title fz="h2" fw={650} lh={1.35}>
              {title}
            </Modal.Title>
            <Modal.CloseButton aria-label="Fermer" />
          </Group>
          <DialogLayer value={layer}>{children}</DialogLayer>
        </Modal.Body>
        <div ref={setLayer} />
      </Modal.Content>
    </Modal.Root>
  )
}
