import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadSupportEmail } from '../../lib/support/support-email.ts'
import { compteQuery } from '../../features/compte/compte-query.ts'
import { partagesQuery } from '../../features/partages/partages-query.ts'
import { appRoute } from './root-routes.tsx'
import { demandOneself, refreshed, whileLoading } from './route-parts.ts'

const compteRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/compte',
  // What came of the link of a message, which leads here.
  validateSearch: (search): { adresse?: string | undefined; error?: string | undefined } => ({
    adresse: typeof search['adresse'] === 'string' ? search['adresse'] : undefined,
    error: typeof search['error'] === 'string' ? search['error'] : undefined,
  }),
  loader: ({ context }) => {
    demandOneself()
    return context.preload(compteQuery, refreshed)
  },
  component: lazyRouteComponent(() => import('../../features/compte/compte-page.tsx'), 'ComptePage'),
  ...whileLoading,
})

const partagesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/partages',
  loader: ({ context }) => {
    demandOneself()
    return context.preload(partagesQuery, refreshed)
  },
  component: lazyRouteComponent(() => import('../../features/partages/partages-page.tsx'), 'PartagesPage'),
  ...whileLoading,
})

const appareilRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sur-cet-appareil',
  loader: demandOneself,
  component: lazyRouteComponent(() => import('../../features/appareil/appareil-page.tsx'), 'AppareilPage'),
  ...whileLoading,
})

const aideRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/aide',
  loader: loadSupportEmail,
  component: lazyRouteComponent(() => import('../../features/aide/aide-page.tsx'), 'AidePage'),
  ...whileLoading,
})

/** Pages of one’s own account and device. */
export const accountRoutes = [compteRoute, partagesRoute, appareilRoute, aideRoute] as const
