import { useDisclosure } from '@mantine/hooks'
import { IconAlignLeft, IconArrowsMove, IconChartLine, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { aLevel, levelName } from './level-name.ts'
import { MenuEntry } from '../../../ui/menu/menu-entries.tsx'
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
        <MenuEntry
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            onUnfold()
            store.set({ addingIn: id, renaming: null })
          }}
        >
          Ajouter {aLevel(levelName(niveaux, depth + 1))}
        </MenuEntry>
        <MenuEntry
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => store.set({ renaming: id, typed: undefined, addingIn: null })}
        >
          Renommer
        </MenuEntry>
        <MenuEntry
          leftSection={<IconAlignLeft size={16} aria-hidden />}
          onClick={() => {
            onUnfold()
            store.set({ describing: id })
          }}
        >
          Décrire
        </MenuEntry>
        <MenuEntry leftSection={<IconArrowsMove size={16} aria-hidden />} onClick={() => askMove(new Set([id]))}>
          Déplacer vers…
        </MenuEntry>
        <MenuEntry leftSection={<IconChartLine size={16} aria-hidden />} onClick={open}>
          Indicateurs…
        </MenuEntry>
        <MenuEntry leftSection={<IconTrash size={16} aria-hidden />} onClick={() => askDelete(new Set([id]))}>
          Supprimer…
        </MenuEntry>
      </RowMenu>
      {opened && (
        <Suspense fallback={null}>
          <AxeIndicateurs axeId={id} nom={nom} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
