import { Text } from '@mantine/core'
import headerClasses from '../shell/app-header.module.css'
import shellClasses from '../shell/app-shell.module.css'
import { FicheErrorPage } from './fiche-error-page.tsx'

/** The application could not start, since the server did not say who is there. */
export function OutsideErrorPage() {
  return (
    <>
      <header className={headerClasses.header}>
        <span className={headerClasses.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <Text component="span" fw={700} size="lg">
            Pupitre
          </Text>
        </span>
      </header>
      <main className={shellClasses.main}>
        <FicheErrorPage />
      </main>
    </>
  )
}
