import { CloseButton, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import type { LiveDocument } from '../../../lib/live/live-document.ts'
import { usePlainText } from '../../../lib/live/use-plain-text.ts'
import { PlainList } from '../../../ui/plain-list.tsx'
import { showUndo } from '../../../ui/show-undo.tsx'
import { type ficheFacts, readFacts } from '../fields/fiche-facts-fragments.ts'
import { ficheIndicateurs } from '../indicateurs/fiche-indicateurs.tsx'
import { ficheSectionsFragment } from '../sections/fiche-sections.ts'
import { isDismissed, setDismissed } from './dismissed-fiches.ts'
import { goToField } from './go-to-field.ts'
import { MISSING_NAMES, missingFields } from './missing-fields.ts'
import classes from './fiche-missing.module.css'

/** Those parts of a fiche, as the page reads them anyway. */
type Fiche = FragmentType<typeof ficheFacts> &
  FragmentType<typeof ficheSectionsFragment> &
  FragmentType<typeof ficheIndicateurs> & { uuid: string }

/** One line to who may fill a fiche in: what it does not say yet, each with the way to its field, until one has it put away. */
export function FicheMissing({ fiche, document, loaded }: { fiche: Fiche; document: LiveDocument; loaded: boolean }) {
  const { uuid } = fiche
  const facts = readFacts(fiche)
  const { budgets, parent } = readFragment(ficheSectionsFragment, fiche)
  const { indicateurs } = readFragment(ficheIndicateurs, fiche)
  const description = usePlainText(document, 'description')
  const [isAway, setAway] = useState(() => isDismissed(uuid))
  const missing = missingFields({ ...facts, budgets, parent, indicateurs, description: loaded ? description : null })

  function putAway(asked: boolean) {
    setDismissed(uuid, asked)
    setAway(asked)
  }

  function dismiss() {
    putAway(true)
    // The focus was on the line that goes.
    goToField('statut')
    showUndo({ message: 'Plus rien n’est suggéré sur cette fiche.', onUndo: () => putAway(false) })
  }

  if (!facts.viewerCanUpdate || isAway || missing.length === 0) return null
  return (
    <nav aria-label="Ce qui manque à la fiche" className={classes.line}>
      <span aria-hidden>Il manque&nbsp;:</span>
      <PlainList className={classes.list}>
        {missing.map((field) => (
          <li key={field}>
            <UnstyledButton className={classes.field} onClick={() => goToField(field)}>
              {MISSING_NAMES[field]}
            </UnstyledButton>
          </li>
        ))}
      </PlainList>
      <CloseButton size="sm" onClick={dismiss} aria-label="Ne plus rien suggérer sur cette fiche" />
    </nav>
  )
}
