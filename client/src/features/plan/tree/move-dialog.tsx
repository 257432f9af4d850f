import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { counted } from '../../../lib/text/french.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { axePaths } from '../../../lib/plan/plan-tree-model.ts'
import { resolveDrop } from './drop.ts'
import { useTreeEdit } from './tree-edit.ts'
import { nodeName } from './tree-index.ts'

/** Chooses where to move things, without dragging them. */
export function MoveDialog({ ids, onClose }: { ids: ReadonlySet<string> | null; onClose: () => void }) {
  return (
    <Dialog opened={ids !== null} onClose={onClose} title="Déplacer vers…">
      {ids && <MoveForm ids={ids} onClose={onClose} />}
    </Dialog>
  )
}

function MoveForm({ ids, onClose }: { ids: ReadonlySet<string>; onClose: () => void }) {
  const { index, actions, store } = useTreeEdit()
  const [over, setOver] = useState('')
  const [moving, setMoving] = useState(false)
  const { tree } = index()
  const places = axePaths(tree).filter(({ id }) => resolveDrop(index(), ids, { over: id, edge: 'inside' }))
  const [first] = ids

  async function move() {
    const drop = resolveDrop(index(), ids, { over: over || null, edge: 'inside' })
    if (!drop) return
    setMoving(true)
    await actions.move(drop, index())
    store.clearSelection()
    onClose()
  }

  return (
    <Stack gap="md">
      <NativeSelect
        label={ids.size === 1 && first ? nodeName(index(), first) : counted(ids.size, 'élément', 'éléments')}
        description="À la fin de :"
        value={over}
        onChange={(event) => setOver(event.currentTarget.value)}
        data={[
          { value: '', label: 'La racine du plan' },
          ...places.map(({ id, path }) => ({ value: id, label: path.join(' › ') })),
        ]}
        data-autofocus
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Annuler
        </Button>
        <Button loading={moving} onClick={() => void move()}>
          Déplacer
        </Button>
      </Group>
    </Stack>
  )
}
