import { Button } from '@mantine/core'
import { useState } from 'react'
import { counted } from '../../../lib/text/french.ts'
import { PlainList } from '../../../ui/plain-list.tsx'
import { FicheCard } from '../fiche-card.tsx'
import type { FicheLine } from '../use-fiches.ts'
import classes from './fiches-cards.module.css'

/** Cards drawn at once: as many as one looks at before asking for more. */
const STEP = 60

/** Fiches as cards, in the order of the list. */
export function FichesCards({ lines, today }: { lines: readonly FicheLine[]; today: string }) {
  const [count, setCount] = useState(STEP)
  const left = lines.length - count

  return (
    <section aria-label="Fiches">
      <PlainList className={classes.cards}>
        {lines.slice(0, count).map((line) => (
          <li key={line.id} className={classes.card}>
            <FicheCard line={line} today={today} />
          </li>
        ))}
      </PlainList>
      {left > 0 && (
        <Button variant="default" mt="md" onClick={() => setCount(count + STEP)}>
          {`Afficher la suite (encore ${counted(left, 'fiche', 'fiches')})`}
        </Button>
      )}
    </section>
  )
}
