import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { Dialog } from '../../ui/dialog.tsx'
import { InviteForm } from './invite-form.tsx'
import type { People } from './people.ts'

/** The way to bring colleagues in. */
export function InviteButton({ people }: { people: People }) {
  const [opened, { open, close }] = useDisclosure(false)

  return (
    <>
      <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={open}>
        Inviter
      </Button>
      <Dialog opened={opened} onClose={close} title="Inviter des collègues">
        <InviteForm people={people} onDone={close} />
      </Dialog>
    </>
  )
}
