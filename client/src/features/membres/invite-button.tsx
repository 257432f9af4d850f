import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { Dialog } from '../../ui/dialog.tsx'
import { useAskedDialog } from '../../ui/use-asked-dialog.ts'
import { InviteForm } from './invite-form.tsx'
import type { People } from './people.ts'

const route = getRouteApi('/app/collectivites/$siren/membres')

/** The way to bring colleagues in. */
export function InviteButton({ people }: { people: People }) {
  const asked = route.useSearch({ select: ({ inviter }) => inviter === true })
  const navigate = route.useNavigate()
  const { opened, open, close } = useAskedDialog({
    asked,
    forget: () => void navigate({ search: {}, replace: true }),
  })

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
