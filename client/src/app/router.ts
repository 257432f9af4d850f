import type { ApolloClient } from '@apollo/client'
import { createQueryPreloader } from '@apollo/client/react'
import { createRouter } from '@tanstack/react-router'
import { routeTree } from './routes.ts'

/** The router of the page, whose routes load their data beside their code. */
export function createAppRouter({ apollo }: { apollo: ApolloClient }) {
  return createRouter({
    routeTree,
    context: { apollo, preload: createQueryPreloader(apollo) },
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
