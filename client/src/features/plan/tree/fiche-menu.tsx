import { Menu } from '@mantine/core'
import { IconArrowsMove, IconFileOff, IconTrash } from '@tabler/icons-react'
import type { PlanPlace } from '../use-plan.ts'
import { RowMenu } from './row-menu.tsx'
import { useTreeEdit } from './tree-edit.ts'

/** What may be done to one fiche of the tree. */
export function FicheMenu({ place, name }: { place: PlanPlace; name: string }) {
  const { actions, askMove, askDelete } = useTreeEdit()
  return (
    <RowMenu name={name}>
      <Menu.Item leftSection={<IconArrowsMove size={16} aria-hidden />} onClick={() => askMove(new Set([place.id]))}>
        Déplacer vers…
      </Menu.Item>
      <Menu.Item leftSection={<IconFileOff size={16} aria-hidden />} onClick={() => void actions.removePlace(place)}>
        Retirer de cet endroit
      </Menu.Item>
      {place.fiche.viewerCanDelete && (
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => askDelete(new Set([place.id]))}>
          Supprimer la fiche…
        </Menu.Item>
      )}
    </RowMenu>
  )
}
