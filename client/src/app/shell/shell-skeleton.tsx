import { WideListPageSkeleton } from '../../ui/page-skeletons.tsx'
import headerClasses from './app-header.module.css'
import classes from './app-shell.module.css'

/** The application on its way, before it is known who is there. */
export function ShellSkeleton() {
  return (
    <>
      <header className={headerClasses.header}>
        <span className={headerClasses.brand}>
          <img src="/favicon.svg" alt="Pupitre" width={28} height={28} />
        </span>
      </header>
      <main className={classes.main}>
        <WideListPageSkeleton />
      </main>
    </>
  )
}
