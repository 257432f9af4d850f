import { Button, Group, Text } from '@mantine/core'
import { useCallback } from 'react'
import { Surface } from '../../ui/surface.tsx'
import { AxeSection } from './axe-section.tsx'
import { FicheRows } from './fiche-rows.tsx'
import type { PlanTree as PlanTreeModel } from './plan-tree-model.ts'
import { moveInTree } from './tree-keys.ts'
import { useFoldedAxes } from './use-folded-axes.ts'
import type { PlanPlace } from './use-plan.ts'
import classes from './plan-tree.module.css'

/** The axes of a plan, which fold, with their fiches. Arrow keys go from line to line. */
export function PlanTree({
  planUuid,
  tree,
  complete,
}: {
  planUuid: string
  tree: PlanTreeModel<PlanPlace>
  complete: boolean
}) {
  const folding = useFoldedAxes(planUuid)
  const foldable = tree.axes.length > 0
  const foldAll = useCallback(() => folding.fold(allAxes(tree.axes)), [folding, tree.axes])

  return (
    <>
      {foldable && (
        <Group gap="xs" justify="flex-end" mb="xs">
          <Button variant="subtle" size="compact-sm" onClick={folding.unfoldAll}>
            Tout déplier
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={foldAll}>
            Tout replier
          </Button>
        </Group>
      )}
      <Surface className={classes.tree} onKeyDown={moveInTree}>
        <ul className={classes.list}>
          {tree.axes.map((axe) => (
            <li key={axe.id} className={classes.root}>
              <AxeSection axe={axe} level={2} folding={folding} />
            </li>
          ))}
        </ul>
        {tree.places.length > 0 && (
          <div className={classes.unplaced}>
            {foldable && <h2 className={classes.outside}>À la racine du plan</h2>}
            <FicheRows places={tree.places} />
          </div>
        )}
        {!complete && (
          <Text component="output" display="block" size="sm" c="dimmed" p="md">
            Chargement de la suite…
          </Text>
        )}
      </Surface>
    </>
  )
}

function allAxes(axes: PlanTreeModel<PlanPlace>['axes']): string[] {
  return axes.flatMap(({ id, enfants }) => [id, ...allAxes(enfants)])
}
