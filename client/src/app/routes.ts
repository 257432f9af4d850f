import { accountRoutes } from './routes/account-routes.ts'
import { collectiviteRoutes } from './routes/collectivite-routes.ts'
import { objectRoutes } from './routes/object-routes.ts'
import { appRoute, homeRoute, rootRoute } from './routes/root-routes.tsx'
import { sessionRoutes } from './routes/session-routes.ts'
import { visitorRoute, visitorRoutes } from './routes/visitor-routes.ts'

/** Every page of the application. */
export const routeTree = rootRoute.addChildren([
  ...sessionRoutes,
  visitorRoute.addChildren([...visitorRoutes]),
  appRoute.addChildren([homeRoute, ...collectiviteRoutes, ...accountRoutes, ...objectRoutes]),
])
