import { ActionIcon, Avatar, Text, VisuallyHidden } from '@mantine/core'
import { IconHelp, IconKeyboard, IconLogout, IconShare2, IconUser } from '@tabler/icons-react'
import { initials } from '../../lib/text/initials.ts'
import { MenuButton } from '../../ui/menu/menu-button.tsx'
import { MenuDivider, MenuEntry, MenuLabel, MenuLink } from '../../ui/menu/menu-entries.tsx'
import { useAppDialogs } from '../dialogs/app-dialogs-context.ts'
import type { SignedInViewer } from '../viewer.ts'

/** Who is signed in, and the way out. */
export function UserMenu({ viewer }: { viewer: SignedInViewer }) {
  const { open, leave } = useAppDialogs()

  return (
    <MenuButton
      position="bottom-end"
      button={
        <ActionIcon variant="transparent" size="lg" radius="xl">
          <Avatar component="span" size={32} radius="xl" color="encre" variant="filled">
            {initials(viewer.nom)}
          </Avatar>
          <VisuallyHidden>Compte de {viewer.nom}</VisuallyHidden>
        </ActionIcon>
      }
    >
      <MenuLabel>
        <Text size="sm" fw={600} c="var(--mantine-color-text)">
          {viewer.nom}
        </Text>
        <Text size="xs">{viewer.email}</Text>
      </MenuLabel>
      <MenuDivider />
      <MenuLink to="/compte" leftSection={<IconUser size={16} aria-hidden />}>
        Mon compte
      </MenuLink>
      <MenuLink to="/partages" leftSection={<IconShare2 size={16} aria-hidden />}>
        Partagés avec moi
      </MenuLink>
      <MenuLink to="/aide" leftSection={<IconHelp size={16} aria-hidden />}>
        Aide
      </MenuLink>
      <MenuEntry leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => open('shortcuts')}>
        Raccourcis clavier
      </MenuEntry>
      <MenuEntry leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
        Se déconnecter
      </MenuEntry>
    </MenuButton>
  )
}
