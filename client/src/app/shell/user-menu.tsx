import { ActionIcon, Avatar, Menu, Text, VisuallyHidden } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLogout, IconShare2, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { initials } from '../../lib/text/initials.ts'
import { MenuLink } from '../../ui/links.tsx'
import type { SignedInViewer } from '../viewer.ts'
import { SignOutDialog } from './sign-out-dialog.tsx'
import { useSignOut } from './use-sign-out.ts'
import { useUnsentEdits } from './use-unsent-edits.ts'

/** Who is signed in, and the way out. */
export function UserMenu({ viewer }: { viewer: SignedInViewer }) {
  const { signOut, failed } = useSignOut(viewer.uuid)
  const countUnsent = useUnsentEdits(viewer.uuid)
  const [asking, dialog] = useDisclosure(false)
  /** How many edits would be lost, when it was asked whether to. */
  const [unsent, setUnsent] = useState(0)

  const leave = async () => {
    const left = await countUnsent()
    if (left === 0) return signOut()
    setUnsent(left)
    dialog.open()
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="transparent" size="lg" radius="xl">
            <Avatar component="span" size={32} radius="xl" color="encre" variant="filled">
              {initials(viewer.nom)}
            </Avatar>
            <VisuallyHidden>Compte de {viewer.nom}</VisuallyHidden>
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)">
              {viewer.nom}
            </Text>
            <Text size="xs">{viewer.email}</Text>
          </Menu.Label>
          <Menu.Divider />
          <MenuLink to="/compte" leftSection={<IconUser size={16} aria-hidden />}>
            Mon compte
          </MenuLink>
          <MenuLink to="/partages" leftSection={<IconShare2 size={16} aria-hidden />}>
            Partagés avec moi
          </MenuLink>
          <Menu.Item
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={() => void leave()}
            closeMenuOnClick={!failed}
          >
            {failed ? 'La déconnexion a échoué. Réessayer' : 'Se déconnecter'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SignOutDialog
        opened={asking}
        unsent={unsent}
        onCancel={dialog.close}
        onConfirm={() => {
          dialog.close()
          void signOut()
        }}
      />
    </>
  )
}
