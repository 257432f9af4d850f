import { NativeSelect } from '@mantine/core'
import { axePaths } from '../../../lib/plan/plan-tree-model.ts'
import { formText } from '../../../lib/text/form-text.ts'
import { counted, fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
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
  const { tree } = index()
  const places = axePaths(tree).filter(({ id }) => resolveDrop(index(), ids, { over: id, edge: 'inside' }))
  const [first] = ids

  async function move(form: FormData) {
    const drop = resolveDrop(index(), ids, { over: formText(form, 'axe') || null, edge: 'inside' })
    if (!drop) return 'Cet axe n’est plus là, ou il vient d’être déplacé. Choisissez-en un autre.'
    await actions.move(drop, index())
    store.clearSelection()
    onClose()
    return null
  }

  return (
    <DialogForm action="Déplacer" onSubmit={move} onCancel={onClose}>
      <NativeSelect
        label={ids.size === 1 && first ? nodeName(index(), first) : counted(ids.size, 'élément', 'éléments')}
        description={fr`À la fin de :`}
        name="axe"
        data={[
          { value: '', label: 'La racine du plan' },
          ...places.map(({ id, path }) => ({ value: id, label: path.join(' › ') })),
        ]}
        data-autofocus
      />
    </DialogForm>
  )
}
