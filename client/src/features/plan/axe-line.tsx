import { Title, type TitleOrder } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { counted } from '../../lib/text/french.ts'
import type { TreeAxe } from '../../lib/plan/plan-tree-model.ts'
import { AxeMenu } from './tree/axe-menu.tsx'
import { NameForm } from './tree/name-form.tsx'
import { RowSelect } from './tree/row-select.tsx'
import { useTreeEdit } from './tree/tree-edit.ts'
import { useTreeState } from './tree/tree-store.ts'
import { useTreeRow } from './tree/use-tree-row.ts'
import type { PlanPlace } from './use-plan.ts'
import rows from './tree/tree-row.module.css'
import classes from './plan-tree.module.css'

/** The line of an axe: what selects it, its name which folds it, its size, its menu. */
export function AxeLine({
  axe: { id, nom, size },
  depth,
  folded,
  contentId,
  onToggle,
}: {
  axe: TreeAxe<PlanPlace>
  depth: number
  folded: boolean
  contentId: string
  onToggle: (id: string) => void
}) {
  const { canEdit, store, actions } = useTreeEdit()
  const { selected, select, props } = useTreeRow<HTMLDivElement>(id, 'axe')
  const renaming = useTreeState(store, (state) => state.renaming === id)

  return (
    <div {...props} className={`${rows.line} ${classes.heading}`}>
      {canEdit && <RowSelect name={nom} selected={selected} onSelect={select} />}
      {renaming ? (
        <NameForm
          label="Nom de l’axe"
          initial={nom}
          draft={store.state.typed}
          onType={(typed) => store.set({ typed })}
          submit={(name) => actions.renameAxe({ id, nom: name })}
          onDone={() => store.set({ renaming: null })}
        />
      ) : (
        <Title order={headingOrder(depth)} className={classes.title}>
          <button
            type="button"
            className={classes.axe}
            aria-expanded={!folded}
            aria-controls={contentId}
            data-tree-stop
            data-printed
            onClick={() => onToggle(id)}
          >
            <IconChevronRight size={18} stroke={1.8} className={classes.chevron} aria-hidden />
            <span className={classes.nom}>{nom}</span>
            <span className={classes.size}>{counted(size, 'fiche', 'fiches')}</span>
          </button>
        </Title>
      )}
      {canEdit && !renaming && <AxeMenu id={id} nom={nom} depth={depth} onUnfold={() => folded && onToggle(id)} />}
    </div>
  )
}

/** HTML has six levels of headings; a tree has as many as it needs. */
function headingOrder(depth: number): TitleOrder {
  if (depth <= 0) return 2
  if (depth === 1) return 3
  if (depth === 2) return 4
  return depth === 3 ? 5 : 6
}
