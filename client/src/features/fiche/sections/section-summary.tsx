import { Anchor } from '@mantine/core'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { ficheSectionsFragment } from './fiche-sections.ts'
import { PlainList } from '../../../ui/plain-list.tsx'
import classes from './sections.module.css'

/** What comes under the texts, how much there is of it, and the way to it. */
export function SectionSummary({ fiche }: { fiche: FragmentType<typeof ficheSectionsFragment> }) {
  const { notesSuivi, sousActions, parent, budgets, financeurs, mesuresLiees } = readFragment(
    ficheSectionsFragment,
    fiche,
  )
  const entries = [
    { id: 'notes-de-suivi', title: 'Notes de suivi', count: notesSuivi.edges.length },
    ...(parent ? [] : [{ id: 'sous-actions', title: 'Sous-actions', count: sousActions.length }]),
    { id: 'budget', title: 'Budget', count: budgets.length },
    { id: 'financeurs', title: 'Financeurs', count: financeurs.length },
    { id: 'mesures-liees', title: 'Mesures liées', count: mesuresLiees.length },
  ]
  return (
    <nav aria-label="Sommaire de la fiche">
      <PlainList className={classes.summary}>
        {entries.map(({ id, title, count }) => (
          <li key={id}>
            <Anchor
              href={`#${id}`}
              onClick={() => document.getElementById(`${id}-titre`)?.focus({ preventScroll: true })}
            >
              {title}
              {count > 0 && ` (${count})`}
            </Anchor>
          </li>
        ))}
      </PlainList>
    </nav>
  )
}
