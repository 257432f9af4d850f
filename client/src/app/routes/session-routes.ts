import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { returnPath } from '../return-path.ts'
import { rootRoute } from './root-routes.tsx'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connexion',
  // Each key is named even when it is refused: what is left out here would come through as it was written.
  validateSearch: (search): { retour?: string | undefined; motif?: 'session' | undefined } => ({
    retour: returnPath(search['retour']),
    motif: search['motif'] === 'session' ? 'session' : undefined,
  }),
  component: lazyRouteComponent(() => import('../../features/session/sign-in-page.tsx'), 'SignInPage'),
})

const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mot-de-passe',
  validateSearch: (search): { token?: string | undefined } => ({
    // The router reads digits as a number.
    token: search['token'] === undefined ? undefined : String(search['token']),
  }),
  component: lazyRouteComponent(() => import('../../features/session/new-password-page.tsx'), 'NewPasswordPage'),
})

const forgottenPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mot-de-passe-oublie',
  component: lazyRouteComponent(
    () => import('../../features/session/forgotten-password-page.tsx'),
    'ForgottenPasswordPage',
  ),
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  validateSearch: (search): { token?: string | undefined } => ({
    token: search['token'] === undefined ? undefined : String(search['token']),
  }),
  component: lazyRouteComponent(() => import('../../features/session/invitation-page.tsx'), 'InvitationPage'),
})

/** Pages for who is not signed in. */
export const sessionRoutes = [signInRoute, newPasswordRoute, forgottenPasswordRoute, invitationRoute] as const
