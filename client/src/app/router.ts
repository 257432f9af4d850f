import type { ApolloClient } from '@apollo/client'
import { createQueryPreloader } from '@apollo/client/react'
import { createRouter } from '@tanstack/react-router'
import { routeTree } from './routes.ts'

/** The router of the page, whose routes load their data beside their code: those that anybody reads by a client which asks as nobody. */
export function createAppRouter({ apollo, visitorApollo }: { apollo: ApolloClient; visitorApollo: ApolloClient }) {
  return createRouter({
    routeTree,
    context: {
      apollo,
      preload: createQueryPreloader(apollo),
      visitorApollo,
      preloadAsVisitor: createQueryPreloader(visitorApollo),
    },
    defaultPreload: 'intent',
    scrollRestoration: true,
    // A skeleton at once is calmer than an old page which does not move.
    defaultPendingMs: 120,
    defaultPendingMinMs: 200,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
