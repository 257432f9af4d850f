import { Title, type TitleOrder } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { counted } from '../../lib/text/french.ts'
import { FicheRows } from './fiche-rows.tsx'
import type { TreeAxe } from './plan-tree-model.ts'
import type { Folding } from './use-folded-axes.ts'
import type { PlanPlace } from './use-plan.ts'
import classes from './plan-tree.module.css'

/** An axe with what it holds: a heading that folds it, the axes under it, its fiches. */
export function AxeSection({ axe, level, folding }: { axe: TreeAxe<PlanPlace>; level: number; folding: Folding }) {
  const contentId = useId()
  const folded = folding.folded.has(axe.id)

  return (
    <>
      <Title order={headingOrder(level)} className={classes.heading}>
        <button
          type="button"
          className={classes.axe}
          aria-expanded={!folded}
          aria-controls={contentId}
          data-tree-stop
          onClick={() => folding.toggle(axe.id)}
        >
          <IconChevronRight size={18} stroke={1.8} className={classes.chevron} aria-hidden />
          <span className={classes.nom}>{axe.nom}</span>
          <span className={classes.size}>{counted(axe.size, 'fiche', 'fiches')}</span>
        </button>
      </Title>
      <div id={contentId} hidden={folded} className={classes.content}>
        {axe.places.length > 0 && <FicheRows places={axe.places} />}
        {axe.enfants.length > 0 && (
          <ul className={classes.list}>
            {axe.enfants.map((enfant) => (
              <li key={enfant.id}>
                <AxeSection axe={enfant} level={level + 1} folding={folding} />
              </li>
            ))}
          </ul>
        )}
        {axe.size === 0 && axe.enfants.length === 0 && <p className={classes.none}>Aucune fiche dans cet axe.</p>}
      </div>
    </>
  )
}

/** HTML has six levels of headings; a tree has as many as it needs. */
function headingOrder(level: number): TitleOrder {
  if (level <= 2) return 2
  if (level === 3) return 3
  if (level === 4) return 4
  return level === 5 ? 5 : 6
}
