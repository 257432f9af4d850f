import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { aLevel, levelName } from './level-name.ts'
import { NameForm } from './name-form.tsx'
import { useTreeEdit } from './tree-edit.ts'
import { useTreeState } from './tree-store.ts'

/** The line which names a new axe under another one, once its menu has asked for it. */
export function AddAxeUnder({ parentId, depth }: { parentId: string; depth: number }) {
  const { store, niveaux, actions } = useTreeEdit()
  const adding = useTreeState(store, (state) => state.addingIn === parentId)

  if (!adding) return null
  return (
    <NameForm
      label={`Nom : ${levelName(niveaux, depth)}`}
      submit={async (nom) => (await actions.createAxe({ parentId, nom })) !== null}
      onDone={() => store.set({ addingIn: null })}
    />
  )
}

/** The way to add an axe at the root of the plan. */
export function AddRootAxe() {
  const { store, niveaux, actions } = useTreeEdit()
  const adding = useTreeState(store, (state) => state.addingIn === 'root')

  if (adding) {
    return (
      <NameForm
        label={`Nom : ${levelName(niveaux, 0)}`}
        submit={async (nom) => (await actions.createAxe({ parentId: null, nom })) !== null}
        onDone={() => store.set({ addingIn: null })}
      />
    )
  }
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      m="xs"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => store.set({ addingIn: 'root', renaming: null })}
    >
      Ajouter {aLevel(levelName(niveaux, 0))}
    </Button>
  )
}
