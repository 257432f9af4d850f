import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { AppDialogs } from '../dialogs/app-dialogs.tsx'
import { useRememberVisits } from '../palette/use-remember-visits.ts'
import { SendLeftEdits } from '../send-left-edits.tsx'
import { SessionGuard } from '../session-guard.tsx'
import { useViewer } from '../viewer.ts'
import { AppHeader } from './app-header.tsx'
import { MAIN_ID, SkipLink } from './skip-link.tsx'
import classes from './app-shell.module.css'

/** What surrounds every page of someone signed in. */
export function AppShell() {
  const viewer = useViewer()
  useFocusOnNewPage()
  useRememberVisits(viewer.uuid)

  return (
    <>
      <SkipLink />
      <SessionGuard />
      <SendLeftEdits />
      <AppDialogs viewer={viewer}>
        <AppHeader />
        <main id={MAIN_ID} tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </AppDialogs>
    </>
  )
}

/** Another page starts at its beginning for the keyboard and the screen reader too; the first one is the browser's affair. */
export function useFocusOnNewPage(): void {
  const router = useRouter()

  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged && !isUnderDialog())
          document.getElementById(MAIN_ID)?.focus({ preventScroll: true })
      }),
    [router],
  )
}

/** A dialog opened while the page was on its way keeps the focus. */
function isUnderDialog(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true]') !== null
}
