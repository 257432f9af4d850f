import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { visitorFicheQuery } from '../../features/fiche/visitor/visitor-fiche-query.ts'
import { choicesQuery, observatoireQuery } from '../../features/observatoire/observatoire-query.ts'
import { observatoireVariables, readObservatoireSearch } from '../../features/observatoire/observatoire-search.ts'
import { visitorPlanQuery } from '../../features/plan/visitor/visitor-plan-query.ts'
import { loadSupportEmail } from '../../lib/support/support-email.ts'
import { NotPublishedPage } from '../../ui/not-published-page.tsx'
import { FichePageSkeleton, WideListPageSkeleton } from '../../ui/page-skeletons.tsx'
import { VisitorErrorPage } from '../../ui/visitor-error-page.tsx'
import { VisitorShell } from '../shell/visitor-shell.tsx'
import { rootRoute } from './root-routes.tsx'
import { uuidIn, whileLoading } from './route-parts.ts'

/** What is around the pages that anybody reads, signed in or not. */
export const visitorRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'visiteur',
  component: VisitorShell,
  notFoundComponent: NotPublishedPage,
})

const visitorLoading = {
  ...whileLoading,
  notFoundComponent: NotPublishedPage,
  errorComponent: VisitorErrorPage,
} as const

const observatoireRoute = createRoute({
  getParentRoute: () => visitorRoute,
  path: '/observatoire',
  validateSearch: readObservatoireSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => ({
    choices: context.preloadAsVisitor(choicesQuery),
    shown: context.preloadAsVisitor(observatoireQuery, { variables: observatoireVariables(deps) }),
  }),
  component: lazyRouteComponent(() => import('../../features/observatoire/observatoire-page.tsx'), 'ObservatoirePage'),
  ...visitorLoading,
  pendingComponent: WideListPageSkeleton,
})

const visitorPlanRoute = createRoute({
  getParentRoute: () => visitorRoute,
  path: '/observatoire/plans/$planUuid',
  loader: ({ context, params: { planUuid } }) =>
    context.preloadAsVisitor(visitorPlanQuery, { variables: { uuid: uuidIn(planUuid) } }),
  component: lazyRouteComponent(() => import('../../features/plan/visitor/visitor-plan-page.tsx'), 'VisitorPlanPage'),
  ...visitorLoading,
  pendingComponent: WideListPageSkeleton,
})

const visitorFicheRoute = createRoute({
  getParentRoute: () => visitorRoute,
  path: '/observatoire/fiches/$ficheUuid',
  loader: ({ context, params: { ficheUuid } }) =>
    context.preloadAsVisitor(visitorFicheQuery, { variables: { uuid: uuidIn(ficheUuid) } }),
  component: lazyRouteComponent(
    () => import('../../features/fiche/visitor/visitor-fiche-page.tsx'),
    'VisitorFichePage',
  ),
  ...visitorLoading,
  pendingComponent: FichePageSkeleton,
})

const accessibiliteRoute = createRoute({
  getParentRoute: () => visitorRoute,
  path: '/accessibilite',
  loader: loadSupportEmail,
  component: lazyRouteComponent(
    () => import('../../features/accessibilite/accessibilite-page.tsx'),
    'AccessibilitePage',
  ),
  ...visitorLoading,
})

/** Pages that need no account. */
export const visitorRoutes = [observatoireRoute, visitorPlanRoute, visitorFicheRoute, accessibiliteRoute] as const
