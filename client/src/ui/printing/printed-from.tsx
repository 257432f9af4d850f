import { localDay, longDate } from '../../lib/text/dates.ts'
import { useIsPrinting } from '../../lib/printing/use-is-printing.ts'
import classes from './printing.module.css'

/** On paper alone: whose page it is, when it was printed, and where it is read. */
export function PrintedFrom({ collectivite: { nom } }: { collectivite: { nom: string } }) {
  if (!useIsPrinting()) return null
  return (
    <p className={classes.from}>
      {nom} · Imprimé le {longDate(localDay(new Date().toISOString()))} · {window.location.origin}
      {window.location.pathname}
    </p>
  )
}
