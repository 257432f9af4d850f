import { useState } from 'react'
import { useIsPrinting } from '../../lib/printing/use-is-printing.ts'
import { localDay, longDate } from '../../lib/text/dates.ts'
import classes from './printing.module.css'

/** On paper alone: whose page it is, when it was printed, and where it is read. */
export function PrintedFrom({ collectivite: { nom } }: { collectivite: { nom: string } }) {
  return useIsPrinting() ? <From nom={nom} /> : null
}

function From({ nom }: { nom: string }) {
  const [day] = useState(() => localDay(new Date().toISOString()))
  return (
    <p className={classes.from}>
      {nom} · Imprimé le {longDate(day)} · {window.location.origin}
      {window.location.pathname}
    </p>
  )
}
