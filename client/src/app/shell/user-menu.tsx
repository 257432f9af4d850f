import { ActionIcon, Avatar, Menu, Text, VisuallyHidden } from '@mantine/core'
import { IconHelp, IconKeyboard, IconLogout, IconShare2, IconUser } from '@tabler/icons-react'
import { initials } from '../../lib/text/initials.ts'
import { MenuLink } from '../../ui/links.tsx'
import { useAppDialogs } from '../dialogs/app-dialogs-context.ts'
import type { SignedInViewer } from '../viewer.ts'

/** Who is signed in, and the way out. */
export function UserMenu({ viewer }: { viewer: SignedInViewer }) {
  const { open, leave } = useAppDialogs()

  return (
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
        <MenuLink to="/aide" leftSection={<IconHelp size={16} aria-hidden />}>
          Aide
        </MenuLink>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => open('shortcuts')}>
          Raccourcis clavier
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          Se déconnecter
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
