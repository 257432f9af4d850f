import type { ApolloClient } from '@apollo/client'
import type { createQueryPreloader } from '@apollo/client/react'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { corbeilleQuery } from '../features/corbeille/corbeille-query.ts'
import { ficheQuery } from '../features/fiche/fiche-query.ts'
import { indicateurQuery } from '../features/indicateur/indicateur-query.ts'
import { importQuery } from '../features/import/import-query.ts'
import { indicateursQuery } from '../features/indicateurs/indicateurs-query.ts'
import { acteQuery, ficheJournalQuery, journalQuery, planJournalQuery } from '../features/journal/journal-query.ts'
import { journalWhere, readJournalSearch } from '../features/journal/journal-search.ts'
import { membresQuery } from '../features/membres/membres-query.ts'
import { mesFichesQuery } from '../features/mes-fiches/mes-fiches-query.ts'
import { compteQuery } from '../features/compte/compte-query.ts'
import { planQuery } from '../features/plan/plan-query.ts'
import { plansQuery } from '../features/plans/plans-query.ts'
import { ErrorPage } from '../ui/error-page.tsx'
import { NotFoundPage } from '../ui/not-found-page.tsx'
import { FichePageSkeleton, ListPageSkeleton } from '../ui/page-skeletons.tsx'
import { homeCollectivite } from './current-collectivite.ts'
import { forgetViewer, rememberViewer } from './last-viewer.ts'
import { FicheErrorPage } from './offline/fiche-error-page.tsx'
import { OutsideErrorPage } from './offline/outside-error-page.tsx'
import { returnPath } from './return-path.ts'
import { AppShell } from './shell/app-shell.tsx'
import { ShellSkeleton } from './shell/shell-skeleton.tsx'
import { collectivitesOf, loadViewer } from './viewer.ts'

/** What every route may use. */
interface RouterServices {
  apollo: ApolloClient
  preload: ReturnType<typeof createQueryPreloader>
}

/** What most pages show before they are there, when they are not, and when they cannot be. */
const whileLoading = {
  pendingComponent: ListPageSkeleton,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
} as const

/** What is in the cache is shown at once, and refreshed. */
const refreshed = { fetchPolicy: 'cache-and-network' } as const

const rootRoute = createRootRouteWithContext<RouterServices>()({
  component: Outlet,
  notFoundComponent: OutsidePage,
})

/** An address of no page at all, shown without the application around it. */
function OutsidePage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  )
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connexion',
  // Each key is named even when it is refused: what is left out here would come through as it was written.
  validateSearch: (search): { retour?: string | undefined; motif?: 'session' | undefined } => ({
    retour: returnPath(search['retour']),
    motif: search['motif'] === 'session' ? 'session' : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.tsx'), 'SignInPage'),
})

const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mot-de-passe',
  validateSearch: (search): { token?: string | undefined } => ({
    // The router reads digits as a number.
    token: search['token'] === undefined ? undefined : String(search['token']),
  }),
  component: lazyRouteComponent(() => import('../features/session/new-password-page.tsx'), 'NewPasswordPage'),
})

const forgottenPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mot-de-passe-oublie',
  component: lazyRouteComponent(
    () => import('../features/session/forgotten-password-page.tsx'),
    'ForgottenPasswordPage',
  ),
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  validateSearch: (search): { token?: string | undefined } => ({
    token: search['token'] === undefined ? undefined : String(search['token']),
  }),
  component: lazyRouteComponent(() => import('../features/session/invitation-page.tsx'), 'InvitationPage'),
})

const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    const viewer = await loadViewer(context.apollo)
    void (viewer ? rememberViewer(viewer) : forgetViewer())
    if (!viewer) throw redirect({ to: '/connexion', search: location.href === '/' ? {} : { retour: location.href } })
    return { viewer }
  },
  component: AppShell,
  pendingComponent: ShellSkeleton,
  notFoundComponent: NotFoundPage,
  errorComponent: OutsideErrorPage,
})

const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    const siren = homeCollectivite(collectivitesOf(context.viewer))
    if (siren) throw redirect({ to: '/collectivites/$siren/plans', params: { siren }, replace: true })
  },
  component: lazyRouteComponent(() => import('../features/plans/no-collectivite-page.tsx'), 'NoCollectivitePage'),
})

const plansRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/plans',
  loader: ({ context, params: { siren } }) => context.preload(plansQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../features/plans/plans-page.tsx'), 'PlansPage'),
  ...whileLoading,
})

const mesFichesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/mes-fiches',
  loader: ({ context, params: { siren } }) => {
    const collectivite = collectivitesOf(context.viewer).find((one) => one.siren === siren)
    if (!collectivite) throw notFound()
    const variables = { siren, collectiviteId: collectivite.id }
    return context.preload(mesFichesQuery, { variables, ...refreshed })
  },
  component: lazyRouteComponent(() => import('../features/mes-fiches/mes-fiches-page.tsx'), 'MesFichesPage'),
  ...whileLoading,
})

const membresRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/membres',
  loader: ({ context, params: { siren } }) => context.preload(membresQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../features/membres/membres-page.tsx'), 'MembresPage'),
  ...whileLoading,
})

const compteRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/compte',
  // What came of the link of a message, which leads here.
  validateSearch: (search): { adresse?: string | undefined; error?: string | undefined } => ({
    adresse: typeof search['adresse'] === 'string' ? search['adresse'] : undefined,
    error: typeof search['error'] === 'string' ? search['error'] : undefined,
  }),
  loader: ({ context }) => context.preload(compteQuery, refreshed),
  component: lazyRouteComponent(() => import('../features/compte/compte-page.tsx'), 'ComptePage'),
  ...whileLoading,
})

const appareilRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sur-cet-appareil',
  component: lazyRouteComponent(() => import('../features/appareil/appareil-page.tsx'), 'AppareilPage'),
  ...whileLoading,
})

const importRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/import',
  // The file being prepared: a reload shows it again.
  validateSearch: (search): { brouillon?: string | undefined } => ({
    brouillon: typeof search['brouillon'] === 'string' ? search['brouillon'] : undefined,
  }),
  loader: ({ context, params: { siren } }) => context.preload(importQuery, { variables: { siren } }),
  component: lazyRouteComponent(() => import('../features/import/import-page.tsx'), 'ImportPage'),
  ...whileLoading,
})

const planRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/plans/$planUuid',
  loader: ({ context, params: { planUuid } }) =>
    context.preload(planQuery, { variables: { uuid: uuidIn(planUuid) }, ...refreshed }),
  component: lazyRouteComponent(() => import('../features/plan/plan-page.tsx'), 'PlanPage'),
  ...whileLoading,
})

const ficheRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/fiches/$ficheUuid',
  loader: ({ context, params: { ficheUuid } }) =>
    context.preload(ficheQuery, { variables: { uuid: uuidIn(ficheUuid) }, ...refreshed }),
  component: lazyRouteComponent(() => import('../features/fiche/fiche-page.tsx'), 'FichePage'),
  pendingComponent: FichePageSkeleton,
  notFoundComponent: NotFoundPage,
  errorComponent: FicheErrorPage,
})

const corbeilleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/corbeille',
  loader: ({ context, params: { siren } }) => context.preload(corbeilleQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../features/corbeille/corbeille-page.tsx'), 'CorbeillePage'),
  ...whileLoading,
})

const journalRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/journal',
  validateSearch: readJournalSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params: { siren }, deps }) =>
    context.preload(journalQuery, { variables: { siren, where: journalWhere(deps) }, ...refreshed }),
  component: lazyRouteComponent(() => import('../features/journal/journal-page.tsx'), 'JournalPage'),
  ...whileLoading,
})

const acteRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/journal/$acteUuid',
  loader: ({ context, params: { siren, acteUuid } }) =>
    context.preload(acteQuery, { variables: { siren, acte: uuidIn(acteUuid) } }),
  component: lazyRouteComponent(() => import('../features/journal/acte-page.tsx'), 'ActePage'),
  ...whileLoading,
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
  component: lazyRouteComponent(() => import('../features/journal/fiche-journal-page.tsx'), 'FicheJournalPage'),
  ...whileLoading,
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
  component: lazyRouteComponent(() => import('../features/journal/plan-journal-page.tsx'), 'PlanJournalPage'),
  ...whileLoading,
})

const indicateursRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/indicateurs',
  loader: ({ context, params: { siren } }) => context.preload(indicateursQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../features/indicateurs/indicateurs-page.tsx'), 'IndicateursPage'),
  ...whileLoading,
})

const indicateurRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/indicateurs/$indicateurUuid',
  loader: ({ context, params: { indicateurUuid } }) =>
    context.preload(indicateurQuery, { variables: { uuid: uuidIn(indicateurUuid) }, ...refreshed }),
  component: lazyRouteComponent(() => import('../features/indicateur/indicateur-page.tsx'), 'IndicateurPage'),
  ...whileLoading,
})

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An address that cannot be one of ours is a page not found, not an error of the server. */
function uuidIn(text: string): string {
  if (!UUID.test(text)) throw notFound()
  return text
}

/** Every page of the application. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  newPasswordRoute,
  forgottenPasswordRoute,
  invitationRoute,
  appRoute.addChildren([
    homeRoute,
    mesFichesRoute,
    plansRoute,
    importRoute,
    indicateursRoute,
    membresRoute,
    compteRoute,
    appareilRoute,
    planRoute,
    corbeilleRoute,
    journalRoute,
    acteRoute,
    ficheJournalRoute,
    planJournalRoute,
    ficheRoute,
    indicateurRoute,
  ]),
])
