import type { ReactNode } from 'react'
import classes from './page.module.css'

/** The column of a page, as wide as what it shows needs; its title names the browser's tab. */
export function Page({
  title,
  wide = false,
  children,
}: {
  title: string
  /** `whole`: as wide as the window. */
  wide?: boolean | 'whole'
  children: ReactNode
}) {
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      <title>{`${title} · Pupitre`}</title>
      {children}
    </div>
  )
}
