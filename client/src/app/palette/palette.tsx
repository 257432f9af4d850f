import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { SignedInViewer } from '../viewer.ts'
import { PaletteSearch } from './palette-search.tsx'
import classes from './palette.module.css'

/** Goes to any plan, fiche or page, and does what may be done from anywhere. */
export function Palette({ opened, onClose, viewer }: { opened: boolean; onClose: () => void; viewer: SignedInViewer }) {
  /** What was chosen leads elsewhere: the focus does not come back. */
  const [leaving, setLeaving] = useState(false)

  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size="40rem"
      returnFocus={!leaving}
      onEnterTransitionEnd={() => setLeaving(false)}
      // Away at once, so that the page it leads to takes the focus however soon it is there.
      transitionProps={{ duration: 0 }}
      classNames={{ inner: classes.inner ?? '', content: classes.content ?? '', body: classes.body ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Chercher ou agir">
        <Modal.Body p={0}>
          <PaletteSearch
            viewer={viewer}
            onChoose={({ leads, run }) => {
              setLeaving(leads)
              onClose()
              run()
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
