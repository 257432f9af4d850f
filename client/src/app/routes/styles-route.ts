import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { visitorRoute } from './visitor-routes.ts'

/** The page of styles. It is made where it is wanted, in development alone: a build keeps nothing of it. */
export function createStylesRoute() {
  return createRoute({
    getParentRoute: () => visitorRoute,
    path: '/styles',
    component: lazyRouteComponent(() => import('../../features/styles/styles-page.tsx'), 'StylesPage'),
  })
}
