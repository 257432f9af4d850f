import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { SendLeftEdits } from '../send-left-edits.tsx'
import { SessionGuard } from '../session-guard.tsx'
import { AppHeader } from './app-header.tsx'
import { MAIN_ID, SkipLink } from './skip-link.tsx'
import classes from './app-shell.module.css'

/** What surrounds every page of someone signed in. */
export function AppShell() {
  useFocusOnNewPage()

  return (
    <>
      <SkipLink />
      <SessionGuard />
      <SendLeftEdits />
      <AppHeader />
      <main id={MAIN_ID} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </>
  )
}

/** Another page starts at its beginning for the keyboard and the screen reader too; the first one is the browser's affair. */
function useFocusOnNewPage() {
  const router = useRouter()

  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) document.getElementById(MAIN_ID)?.focus({ preventScroll: true })
      }),
    [router],
  )
}
