import { useOptimistic } from 'react'
import type { UpdateFicheInput } from '../../../gql/graphql.ts'
import { useUpdateFiche } from '../../../ui/fiche-changes/use-update-fiche.ts'
import type { FicheLine } from '../use-fiches.ts'

/** What a line changes by itself: one value each. */
export type LineChange = Pick<UpdateFicheInput, 'statut' | 'priorite' | 'dateDebut' | 'dateFin'>

/** A line as it is to be shown, and the way to change it: shown at once, taken back with the reason when it is refused. */
export function useLineEdit(line: FicheLine) {
  const [shown, show] = useOptimistic(line, (before, change: LineChange) => ({ ...before, ...change }))
  const update = useUpdateFiche(line.id)
  return { shown, change: (change: LineChange) => update(change, () => show(change)) }
}
