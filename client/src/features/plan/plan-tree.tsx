import { Button, Group, Text, VisuallyHidden } from '@mantine/core'
import { useCallback, type KeyboardEvent } from 'react'
import { Surface } from '../../ui/surface.tsx'
import { AxeSection } from './axe-section.tsx'
import type { PlanTree as PlanTreeModel } from '../../lib/plan/plan-tree-model.ts'
import { AddRootAxe } from './tree/add-axe.tsx'
import { carryWithKey } from './tree/carry.ts'
import { RootPlaces } from './tree/root-places.tsx'
import { SelectionBar } from './tree/selection-bar.tsx'
import type { TreeEdit } from './tree/tree-edit.ts'
import { useTreeState, type TreeStore } from './tree/tree-store.ts'
import { useKeepFocus } from './tree/use-keep-focus.ts'
import { useTreeDrag } from './tree/use-tree-drag.ts'
import { moveInTree } from './tree-keys.ts'
import { useFoldedAxes } from './use-folded-axes.ts'
import type { PlanPlace } from './use-plan.ts'
import rows from './tree/tree-row.module.css'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from './plan-tree.module.css'

/** The axes of a plan, which fold, with their fiches. Arrow keys go from line to line; Espace carries a line elsewhere. */
export function PlanTree({
  planUuid,
  tree,
  complete,
  edit,
}: {
  planUuid: string
  tree: PlanTreeModel<PlanPlace>
  complete: boolean
  edit: TreeEdit
}) {
  const folding = useFoldedAxes(planUuid)
  const foldable = tree.axes.length > 0
  const foldAll = useCallback(() => folding.fold(allAxes(tree.axes)), [folding, tree.axes])
  const { canEdit, store } = edit
  useTreeDrag(edit, folding)
  const keepFocus = useKeepFocus()

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    keepFocus(store.state.carried)
    if (!carryWithKey(edit, event)) moveInTree(event)
  }

  return (
    <section aria-label="Axes et fiches" aria-describedby={canEdit ? 'aide-clavier' : undefined}>
      <Group gap="xs" justify="space-between" mb="xs">
        <Text className={rows.hint} id="aide-clavier">
          {canEdit &&
            'Glissez les lignes pour les déplacer. Au clavier : Espace saisit, les flèches déplacent, Espace dépose, Échap annule.'}
        </Text>
        {foldable && (
          <Group gap="xs">
            <Button variant="subtle" size="compact-sm" onClick={folding.unfoldAll}>
              Tout déplier
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={foldAll}>
              Tout replier
            </Button>
          </Group>
        )}
      </Group>
      <Surface className={classes.tree} onKeyDown={onKeyDown} onKeyUp={canEdit ? keepButtonStill : undefined}>
        <PlainList>
          {tree.axes.map((axe) => (
            <li key={axe.id} className={classes.root}>
              <AxeSection axe={axe} depth={0} folding={folding} />
            </li>
          ))}
        </PlainList>
        {canEdit && complete && !foldable && tree.places.length === 0 && (
          <p className={classes.none}>Ce plan est vide. Ajoutez un premier niveau, ou créez une fiche.</p>
        )}
        {canEdit && <AddRootAxe />}
        <RootPlaces places={tree.places} titled={foldable} />
        {!complete && (
          <Text component="output" display="block" size="sm" c="dimmed" p="md">
            Chargement de la suite…
          </Text>
        )}
      </Surface>
      {canEdit && <SelectionBar />}
      <Said store={store} />
    </section>
  )
}

/** What the keyboard's moves say to screen readers. */
function Said({ store }: { store: TreeStore }) {
  const said = useTreeState(store, (state) => state.said)
  return (
    <VisuallyHidden component="output" aria-live="assertive">
      {said}
    </VisuallyHidden>
  )
}

/** Espace carries the line of an axe: it does not press its button too, which browsers do when the key comes up. */
function keepButtonStill(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === ' ' && event.target instanceof HTMLElement && event.target.matches('[data-tree-stop]'))
    event.preventDefault()
}

function allAxes(axes: PlanTreeModel<PlanPlace>['axes']): string[] {
  return axes.flatMap(({ id, enfants }) => [id, ...allAxes(enfants)])
}
