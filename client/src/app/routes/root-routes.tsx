import type { ApolloClient } from '@apollo/client'
import type { createQueryPreloader } from '@apollo/client/react'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { seeingAs } from '../../lib/seeing-as.ts'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { SiteFooter } from '../../ui/site-footer.tsx'
import { homeCollectivite } from '../current-collectivite.ts'
import { forgetViewer, rememberViewer } from '../last-viewer.ts'
import { OutsideErrorPage } from '../offline/outside-error-page.tsx'
import { AppShell } from '../shell/app-shell.tsx'
import { SeeingAsBanner } from '../shell/seeing-as-banner.tsx'
import { ShellSkeleton } from '../shell/shell-skeleton.tsx'
import { toPublished } from '../to-published.ts'
import { collectivitesOf, loadViewer } from '../viewer.ts'

/** What every route may use. */
interface RouterServices {
  apollo: ApolloClient
  preload: ReturnType<typeof createQueryPreloader>
  /** Asks as nobody, whoever is signed in. */
  visitorApollo: ApolloClient
  preloadAsVisitor: ReturnType<typeof createQueryPreloader>
}

export const rootRoute = createRootRouteWithContext<RouterServices>()({
  component: RootPage,
  notFoundComponent: OutsidePage,
})

/** Whatever the page: as whom one sees it, and what anybody may read. */
function RootPage() {
  return (
    <>
      <SeeingAsBanner />
      <Outlet />
      <SiteFooter />
    </>
  )
}

/** An address of no page at all, shown without the application around it. */
function OutsidePage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  )
}

/** What is around every page of who is signed in. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    const viewer = await loadViewer(context.apollo)
    if (!seeingAs) void (viewer ? rememberViewer(viewer) : forgetViewer())
    if (!viewer) {
      throw (
        (await toPublished(context.visitorApollo, location.pathname)) ??
        redirect({ to: '/connexion', search: location.href === '/' ? {} : { retour: location.href } })
      )
    }
    return { viewer }
  },
  component: AppShell,
  pendingComponent: ShellSkeleton,
  notFoundComponent: NotFoundPage,
  errorComponent: OutsideErrorPage,
})

/** Where one is led without an address. */
export const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    const siren = homeCollectivite(collectivitesOf(context.viewer))
    if (siren) throw redirect({ to: '/collectivites/$siren/pupitre', params: { siren }, replace: true })
  },
  component: lazyRouteComponent(() => import('../../features/plans/no-collectivite-page.tsx'), 'NoCollectivitePage'),
})
