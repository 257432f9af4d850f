import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { comparisonQuery } from '../../features/comparaison/comparison-query.ts'
import { ficheQuery } from '../../features/fiche/fiche-query.ts'
import { indicateurQuery } from '../../features/indicateur/indicateur-query.ts'
import { ficheJournalQuery, planJournalQuery } from '../../features/journal/journal-query.ts'
import { journalWhere, readJournalSearch } from '../../features/journal/journal-search.ts'
import { planQuery } from '../../features/plan/plan-query.ts'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { FichePageSkeleton } from '../../ui/page-skeletons.tsx'
import { FicheErrorPage } from '../offline/fiche-error-page.tsx'
import { appRoute } from './root-routes.tsx'
import { refreshed, uuidIn, whileLoading, whileLoadingWide } from './route-parts.ts'

const planRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/plans/$planUuid',
  loader: ({ context, params: { planUuid } }) =>
    context.preload(planQuery, { variables: { uuid: uuidIn(planUuid) }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/plan/plan-page.tsx'), 'PlanPage'),
  ...whileLoadingWide,
})

const planJournalRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/plans/$planUuid/journal',
  validateSearch: readJournalSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params: { planUuid }, deps }) =>
    context.preload(planJournalQuery, {
      variables: { uuid: uuidIn(planUuid), where: journalWhere(deps) },
      ...refreshed,
    }),
  component: lazyRouteComponent(() => import('../../features/journal/plan-journal-page.tsx'), 'PlanJournalPage'),
  ...whileLoading,
})

const ficheRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/fiches/$ficheUuid',
  loader: ({ context, params: { ficheUuid } }) =>
    context.preload(ficheQuery, { variables: { uuid: uuidIn(ficheUuid) }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/fiche/fiche-page.tsx'), 'FichePage'),
  pendingComponent: FichePageSkeleton,
  notFoundComponent: NotFoundPage,
  errorComponent: FicheErrorPage,
})

const ficheJournalRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/fiches/$ficheUuid/journal',
  validateSearch: readJournalSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params: { ficheUuid }, deps }) =>
    context.preload(ficheJournalQuery, {
      variables: { uuid: uuidIn(ficheUuid), where: journalWhere(deps) },
      ...refreshed,
    }),
  component: lazyRouteComponent(() => import('../../features/journal/fiche-journal-page.tsx'), 'FicheJournalPage'),
  ...whileLoading,
})

const comparisonRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/fiches/$ficheUuid/comparer/$autreUuid',
  loader: ({ context, params: { ficheUuid, autreUuid } }) =>
    context.preload(comparisonQuery, {
      variables: { uuid: uuidIn(ficheUuid), autreUuid: uuidIn(autreUuid) },
      fetchPolicy: 'network-only',
    }),
  component: lazyRouteComponent(() => import('../../features/comparaison/comparison-page.tsx'), 'ComparisonPage'),
  ...whileLoadingWide,
})

const indicateurRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/indicateurs/$indicateurUuid',
  loader: ({ context, params: { indicateurUuid } }) =>
    context.preload(indicateurQuery, { variables: { uuid: uuidIn(indicateurUuid) }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/indicateur/indicateur-page.tsx'), 'IndicateurPage'),
  ...whileLoadingWide,
})

/** Pages of a plan, a fiche or an indicateur. */
export const objectRoutes = [
  planRoute,
  planJournalRoute,
  ficheRoute,
  ficheJournalRoute,
  comparisonRoute,
  indicateurRoute,
] as const
