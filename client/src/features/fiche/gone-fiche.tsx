import type { LiveDocument } from '../../lib/live/live-document.ts'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { FicheAside } from './fiche-aside.tsx'
import classes from './gone-fiche.module.css'

/** A fiche that is not there for the viewer, and what they wrote in it that the server did not take. */
export function GoneFiche({ document, userId }: { document: LiveDocument; userId: string }) {
  return (
    <>
      <NotFoundPage />
      <div className={classes.aside}>
        <FicheAside document={document} userId={userId} />
      </div>
    </>
  )
}
