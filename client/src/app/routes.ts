import { accountRoutes } from './routes/account-routes.ts'
import { collectiviteRoutes } from './routes/collectivite-routes.ts'
import { objectRoutes } from './routes/object-routes.ts'
import { appRoute, homeRoute, rootRoute } from './routes/root-routes.tsx'
import { sessionRoutes } from './routes/session-routes.ts'
import { createStylesRoute } from './routes/styles-route.ts'
import { visitorRoute, visitorRoutes } from './routes/visitor-routes.ts'

/** Every page of the application. */
export const routeTree = rootRoute.addChildren([
  ...sessionRoutes,
  visitorRoute.addChildren([...visitorRoutes, ...(import.meta.env.DEV ? [createStylesRoute()] : [])]),
  appRoute.addChildren([homeRoute, ...collectiviteRoutes, ...accountRoutes, ...objectRoutes]),
])
