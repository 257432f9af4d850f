import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'

/**
 * Adds `auth.api.readSessionToken({ headers })`: the token of the session cookie when its signature is ours, null otherwise. It asks
 * nothing of the database, so that whoever needs more than the session reads everything in one statement.
 */
export const sessionToken = {
  id: 'pupitre-session-token',
  endpoints: {
    readSessionToken: createAuthEndpoint(
      '/read-session-token',
      // Without a path of its own on the network: `metadata.SERVER_ONLY` keeps it out of the router.
      { method: 'GET', requireHeaders: true, metadata: { SERVER_ONLY: true } },
      async (ctx) => (await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)) || null,
    ),
  },
} satisfies BetterAuthPlugin
