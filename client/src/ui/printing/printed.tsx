import type { ReactNode } from 'react'
import { useIsPrinting } from '../../lib/printing/use-is-printing.ts'
import classes from './printing.module.css'

/**
 * What is filled in on the screen and read on paper. What is on the screen stays, out of sight, while the page is printed: nothing
 * that is being typed is lost.
 */
export function Printed({ screen, paper }: { screen: ReactNode; paper: ReactNode }) {
  const isPrinting = useIsPrinting()
  return (
    <>
      <div className={classes.screen}>{screen}</div>
      {isPrinting && <div className={classes.paper}>{paper}</div>}
    </>
  )
}
