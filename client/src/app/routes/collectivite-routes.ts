import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { apiKeysQuery } from '../../features/cles-api/cles-api-query.ts'
import { corbeilleQuery } from '../../features/corbeille/corbeille-query.ts'
import { doublonsQuery } from '../../features/doublons/doublons-query.ts'
import { fichesQuery } from '../../features/fiches/fiches-query.ts'
import { readFichesSearch } from '../../features/fiches/fiches-search.ts'
import { fichesVariables } from '../../features/fiches/fiches-variables.ts'
import { importQuery } from '../../features/import/import-query.ts'
import { indicateursQuery } from '../../features/indicateurs/indicateurs-query.ts'
import { acteQuery, journalQuery } from '../../features/journal/journal-query.ts'
import { journalWhere, readJournalSearch } from '../../features/journal/journal-search.ts'
import { FIRST_GENRE, isGenre } from '../../features/libelles/genres.ts'
import { libellesQuery } from '../../features/libelles/libelles-query.ts'
import { membresQuery } from '../../features/membres/membres-query.ts'
import { servicesQuery } from '../../features/membres/services/services-query.ts'
import { mesFichesQuery } from '../../features/mes-fiches/mes-fiches-query.ts'
import { plansQuery } from '../../features/plans/plans-query.ts'
import { readPlansSearch } from '../../features/plans/plans-search.ts'
import { pupitreQuery } from '../../features/pupitre/pupitre-query.ts'
import type { LabelGenre } from '../../gql/graphql.ts'
import { collectivitesOf, type SignedInViewer } from '../viewer.ts'
import { appRoute } from './root-routes.tsx'
import { refreshed, uuidIn, whileLoading, whileLoadingWide } from './route-parts.ts'

const pupitreRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/pupitre',
  loader: ({ context, params: { siren } }) => {
    const collectiviteId = idOf(context.viewer, siren)
    return context.preload(pupitreQuery, { variables: { siren, collectiviteId }, ...refreshed })
  },
  component: lazyRouteComponent(() => import('../../features/pupitre/pupitre-page.tsx'), 'PupitrePage'),
  ...whileLoadingWide,
})

const plansRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/plans',
  validateSearch: readPlansSearch,
  loader: ({ context, params: { siren } }) => context.preload(plansQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/plans/plans-page.tsx'), 'PlansPage'),
  ...whileLoadingWide,
})

const mesFichesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/mes-fiches',
  loader: ({ context, params: { siren } }) => {
    const collectiviteId = idOf(context.viewer, siren)
    return context.preload(mesFichesQuery, { variables: { siren, collectiviteId }, ...refreshed })
  },
  component: lazyRouteComponent(() => import('../../features/mes-fiches/mes-fiches-page.tsx'), 'MesFichesPage'),
  ...whileLoadingWide,
})

const fichesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/fiches',
  validateSearch: readFichesSearch,
  // Its filters are no dependency: the list follows them by itself, and the page stays while another is read.
  loader: ({ context, params: { siren }, location: { search } }) => {
    const collectivite = collectivitesOf(context.viewer).find((one) => one.siren === siren)
    if (!collectivite) throw notFound()
    const variables = fichesVariables(readFichesSearch(search), collectivite)
    // Asked while the page's code is on its way; the page says what does not come.
    void context.apollo.query({ query: fichesQuery, variables, fetchPolicy: 'network-only' }).catch(() => undefined)
  },
  component: lazyRouteComponent(() => import('../../features/fiches/fiches-page.tsx'), 'FichesPage'),
  ...whileLoadingWide,
})

const membresRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/membres',
  // Opens the dialog which invites.
  validateSearch: (search): { inviter?: true | undefined } => ({
    inviter: search['inviter'] === true ? true : undefined,
  }),
  loader: ({ context, params: { siren } }) => context.preload(membresQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/membres/membres-page.tsx'), 'MembresPage'),
  ...whileLoading,
})

const servicesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/services',
  loader: ({ context, params: { siren } }) => context.preload(servicesQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/membres/services/services-page.tsx'), 'ServicesPage'),
  ...whileLoading,
})

const libellesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/libelles',
  validateSearch: (search): { genre?: LabelGenre | undefined } => ({
    genre: isGenre(search['genre']) ? search['genre'] : undefined,
  }),
  loaderDeps: ({ search: { genre = FIRST_GENRE } }) => ({ genre }),
  loader: ({ context, params: { siren }, deps: { genre } }) =>
    context.preload(libellesQuery, { variables: { siren, genre }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/libelles/libelles-page.tsx'), 'LibellesPage'),
  ...whileLoading,
})

const clesApiRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/cles-api',
  loader: ({ context, params: { siren } }) => context.preload(apiKeysQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/cles-api/cles-api-page.tsx'), 'ClesApiPage'),
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
  component: lazyRouteComponent(() => import('../../features/import/import-page.tsx'), 'ImportPage'),
  ...whileLoading,
})

const doublonsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/doublons',
  loader: ({ context, params: { siren } }) =>
    context.preload(doublonsQuery, { variables: { siren }, fetchPolicy: 'network-only' }),
  component: lazyRouteComponent(() => import('../../features/doublons/doublons-page.tsx'), 'DoublonsPage'),
  ...whileLoading,
})

const corbeilleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/corbeille',
  loader: ({ context, params: { siren } }) => context.preload(corbeilleQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/corbeille/corbeille-page.tsx'), 'CorbeillePage'),
  ...whileLoading,
})

const journalRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/journal',
  validateSearch: readJournalSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params: { siren }, deps }) =>
    context.preload(journalQuery, { variables: { siren, where: journalWhere(deps) }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/journal/journal-page.tsx'), 'JournalPage'),
  ...whileLoading,
})

const acteRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/journal/$acteUuid',
  loader: ({ context, params: { siren, acteUuid } }) =>
    context.preload(acteQuery, { variables: { siren, acte: uuidIn(acteUuid) } }),
  component: lazyRouteComponent(() => import('../../features/journal/acte-page.tsx'), 'ActePage'),
  ...whileLoading,
})

const indicateursRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/collectivites/$siren/indicateurs',
  loader: ({ context, params: { siren } }) => context.preload(indicateursQuery, { variables: { siren }, ...refreshed }),
  component: lazyRouteComponent(() => import('../../features/indicateurs/indicateurs-page.tsx'), 'IndicateursPage'),
  ...whileLoading,
})

/** The collectivité of a page that is only for its members. */
function idOf(viewer: SignedInViewer, siren: string): string {
  const collectivite = collectivitesOf(viewer).find((one) => one.siren === siren)
  if (!collectivite) throw notFound()
  return collectivite.id
}

/** Pages of a collectivité. */
export const collectiviteRoutes = [
  pupitreRoute,
  plansRoute,
  mesFichesRoute,
  fichesRoute,
  membresRoute,
  servicesRoute,
  libellesRoute,
  clesApiRoute,
  importRoute,
  doublonsRoute,
  corbeilleRoute,
  journalRoute,
  acteRoute,
  indicateursRoute,
] as const
