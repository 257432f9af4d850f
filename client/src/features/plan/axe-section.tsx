import { memo, useId } from 'react'
import { AddAxeUnder } from './tree/add-axe.tsx'
import { AxeLine } from './axe-line.tsx'
import { AxeDescription } from './textes/axe-description.tsx'
import { FicheRows } from './fiche-rows.tsx'
import type { TreeAxe } from '../../lib/plan/plan-tree-model.ts'
import type { Folding } from './use-folded-axes.ts'
import type { PlanPlace } from './use-plan.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from './plan-tree.module.css'

interface Section {
  axe: TreeAxe<PlanPlace>
  /** 0 at the root of the plan. */
  depth: number
  folding: Folding
}

/** An axe with what it holds: a heading that folds it, its fiches, the axes under it. */
export const AxeSection = memo(function AxeSection({ axe, depth, folding }: Section) {
  const contentId = useId()
  const folded = folding.folded.has(axe.id)

  return (
    <>
      <AxeLine axe={axe} depth={depth} folded={folded} contentId={contentId} onToggle={folding.toggle} />
      <div id={contentId} hidden={folded} className={classes.content}>
        <AxeDescription id={axe.id} uuid={axe.uuid} nom={axe.nom} />
        {axe.places.length > 0 && <FicheRows places={axe.places} />}
        {axe.enfants.length > 0 && (
          <PlainList>
            {axe.enfants.map((enfant) => (
              <li key={enfant.id}>
                <AxeSection axe={enfant} depth={depth + 1} folding={folding} />
              </li>
            ))}
          </PlainList>
        )}
        {axe.size === 0 && axe.enfants.length === 0 && <p className={classes.none}>Aucune fiche dans cet axe.</p>}
        <AddAxeUnder parentId={axe.id} depth={depth + 1} />
      </div>
    </>
  )
})
