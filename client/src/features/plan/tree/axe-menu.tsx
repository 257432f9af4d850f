import { Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlignLeft, IconArrowsMove, IconChartLine, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { aLevel, levelName } from './level-name.ts'
import { RowMenu } from './row-menu.tsx'
import { useTreeEdit } from './tree-edit.ts'

/** Asked for by few: it comes when it is. */
const AxeIndicateurs = lazy(() =>
  import('../indicateurs/axe-indicateurs.tsx').then((module) => ({ default: module.AxeIndicateurs })),
)

/** What may be done to one axe. */
export function AxeMenu({
  id,
  nom,
  depth,
  onUnfold,
}: {
  id: string
  nom: string
  depth: number
  /** What is asked of the axe shows in it. */
  onUnfold: () => void
}) {
  const { store, niveaux, askMove, askDelete } = useTreeEdit()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <RowMenu name={nom}>
        <Menu.Item
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            onUnfold()
            store.set({ addingIn: id, renaming: null })
          }}
        >
          Ajouter {aLevel(levelName(niveaux, depth + 1))}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => store.set({ renaming: id, typed: undefined, addingIn: null })}
        >
          Renommer
        </Menu.Item>
        <Menu.Item
          leftSection={<IconAlignLeft size={16} aria-hidden />}
          onClick={() => {
            onUnfold()
            store.set({ describing: id })
          }}
        >
          Décrire
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowsMove size={16} aria-hidden />} onClick={() => askMove(new Set([id]))}>
          Déplacer vers…
        </Menu.Item>
        <Menu.Item leftSection={<IconChartLine size={16} aria-hidden />} onClick={open}>
          Indicateurs…
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => askDelete(new Set([id]))}>
          Supprimer…
        </Menu.Item>
      </RowMenu>
      {opened && (
        <Suspense fallback={null}>
          <AxeIndicateurs axeId={id} nom={nom} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
