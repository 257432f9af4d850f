import type { ReactNode } from 'react'
import classes from './page.module.css'

/** The column of a page; its title names the browser's tab. */
export function Page({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      <title>{`${title} · Pupitre`}</title>
      {children}
    </div>
  )
}
