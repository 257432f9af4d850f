import type { ReactNode } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'

/** A plan without anything in it: what to do, for those who may. */
export function EmptyPlan({ action }: { action: ReactNode }) {
  return (
    <EmptyState title="Ce plan est vide" action={action}>
      {action
        ? 'Créez une première fiche action : elle sera placée à la racine du plan.'
        : 'Les axes et les fiches que vos collègues y placeront apparaîtront ici.'}
    </EmptyState>
  )
}
