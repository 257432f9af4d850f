import type { Auth } from './create-auth.ts'

/** As long as an HMAC-SHA-256 in base64, so that it is verified. */
const NOBODYS_SIGNATURE = Buffer.alloc(32).toString('base64')

/**
 * Has better-auth load, before anybody waits for it, what it loads at its first question (some 100 ms): after a restart the first page to come back
 * would.
 */
export async function warmUp(auth: Auth): Promise<void> {
  const { authCookies } = await auth.$context
  const cookie = `${authCookies.sessionToken.name}=${encodeURIComponent(`nobody.${NOBODYS_SIGNATURE}`)}`
  await auth.api.readSessionToken({ headers: new Headers({ cookie }) })
}
