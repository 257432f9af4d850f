import { Menu } from '@mantine/core'
import { IconArrowsMove, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { aLevel, levelName } from './level-name.ts'
import { RowMenu } from './row-menu.tsx'
import { useTreeEdit } from './tree-edit.ts'

/** What may be done to one axe. */
export function AxeMenu({ id, nom, depth }: { id: string; nom: string; depth: number }) {
  const { store, niveaux, askMove, askDelete } = useTreeEdit()
  return (
    <RowMenu name={nom}>
      <Menu.Item
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => store.set({ addingIn: id, renaming: null })}
      >
        Ajouter {aLevel(levelName(niveaux, depth + 1))}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => store.set({ renaming: id, addingIn: null })}
      >
        Renommer
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowsMove size={16} aria-hidden />} onClick={() => askMove(new Set([id]))}>
        Déplacer vers…
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => askDelete(new Set([id]))}>
        Supprimer…
      </Menu.Item>
    </RowMenu>
  )
}
