import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Dialog } from './dialog.tsx'
import { useAskedDialog } from './use-asked-dialog.ts'

const NEVER_ASKED = { asked: false, forget: () => undefined }

/** The button that creates something, and the dialog that it opens, of the same name. The address of the page may ask for it too. */
export function CreateButton({
  label,
  address = NEVER_ASKED,
  children,
}: {
  label: string
  address?: { asked: boolean; forget: () => void }
  children: (close: () => void) => ReactNode
}) {
  const { opened, open, close } = useAskedDialog(address)

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
        {label}
      </Button>
      <Dialog opened={opened} onClose={close} title={label}>
        {children(close)}
      </Dialog>
    </>
  )
}
