import { STATUT_LABELS } from '../../../lib/vocabulary/fiche-labels.ts'
import { BarTable } from '../../../ui/bar-table.tsx'
import type { StatutCount } from './counts.ts'
import { FichesLink, type ListOfPlan } from './fiches-link.tsx'

/** What the list of fiches calls those without a statut. */
const SANS = 'sans'

/** The fiches by statut; each leads to the list of those. */
export function StatutsChart({ counts, list }: { counts: readonly StatutCount[]; list: ListOfPlan }) {
  return (
    <BarTable
      caption="Fiches par statut"
      heading="Statut"
      unit="Fiches"
      bars={counts.map(({ statut, count }) => ({
        key: statut ?? SANS,
        count,
        label: (
          <FichesLink list={list} filter={{ statut: statut ?? SANS }}>
            {statut ? STATUT_LABELS[statut] : 'Sans statut'}
          </FichesLink>
        ),
      }))}
    />
  )
}
