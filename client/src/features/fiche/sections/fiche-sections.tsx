import { Stack } from '@mantine/core'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import type { LiveDocument } from '../../../lib/live/live-document.ts'
import { BudgetSection } from './budget/budget-section.tsx'
import { ChampsPropresSection } from './champs-propres/champs-propres-section.tsx'
import { ficheSectionsFragment } from './fiche-sections.ts'
import { FinanceursSection } from './financeurs/financeurs-section.tsx'
import { MesuresSection } from './mesures/mesures-section.tsx'
import { NotesSection } from './notes/notes-section.tsx'
import { SousActionsSection } from './sous-actions/sous-actions-section.tsx'

/** The lists of a fiche, under its texts, as colleagues change them. */
export function FicheSections({
  fiche,
  document,
  readOnly,
}: {
  fiche: FragmentType<typeof ficheSectionsFragment>
  document: LiveDocument
  readOnly: boolean
}) {
  const sections = readFragment(ficheSectionsFragment, fiche)

  return (
    <Stack gap="lg">
      <NotesSection fiche={sections} document={document} readOnly={readOnly} />
      <SousActionsSection fiche={sections} />
      <BudgetSection fiche={sections} />
      <FinanceursSection fiche={sections} />
      <MesuresSection fiche={sections} />
      <ChampsPropresSection fiche={sections} />
    </Stack>
  )
}
