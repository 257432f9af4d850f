import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useRef } from 'react'
import { FicheRows } from '../fiche-rows.tsx'
import type { PlanPlace } from '../use-plan.ts'
import { useTreeEdit } from './tree-edit.ts'
import { useTreeState } from './tree-store.ts'
import classes from '../plan-tree.module.css'
import rows from './tree-row.module.css'

/** The fiches at the root of the plan, and where to drop what goes there. */
export function RootPlaces({ places, titled }: { places: readonly PlanPlace[]; titled: boolean }) {
  const { canEdit, store } = useTreeEdit()
  const ref = useRef<HTMLDivElement>(null)
  const edge = useTreeState(store, ({ anchor }) => (anchor && anchor.over === null ? anchor.edge : undefined))
  const moving = useTreeState(store, (state) => state.moving.size > 0)
  const shown = places.length > 0 || (canEdit && titled && moving)

  useEffect(() => {
    const element = ref.current
    if (!element || !canEdit) return
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => 'treeIds' in source.data,
      getData: () => ({ over: null, edge: 'inside' }),
    })
  }, [canEdit])

  return (
    <div ref={ref} className={shown ? classes.unplaced : undefined}>
      {shown && titled && (
        <h2 className={`${rows.line} ${classes.outside}`} data-edge={edge}>
          À la racine du plan
        </h2>
      )}
      {places.length > 0 && <FicheRows places={places} />}
    </div>
  )
}
