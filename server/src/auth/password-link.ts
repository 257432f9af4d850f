import { randomBytes } from 'node:crypto'
import type { Auth } from './create-auth.ts'

const HOUR_MS = 3_600_000

/** Long enough for a link that is handed over by a colleague, and opened the next working day. */
const LINK_LIFETIME_MS = 72 * HOUR_MS

/** 192 bits: nobody guesses it. */
const TOKEN_BYTES = 24

/**
 * A link to the page where this person sets their password, once; it works for 72 hours unless said, or until a newer one is
 * made.
 */
export async function createPasswordSetupLink({
  auth,
  userId,
  publicUrl,
  lifetimeMs = LINK_LIFETIME_MS,
}: {
  auth: Auth
  userId: string
  publicUrl: string
  lifetimeMs?: number
}): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const { adapter, internalAdapter } = await auth.$context
  // An older link may be lost in a mailbox or a terminal: one at a time opens the account.
  await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: userId }] })
  // The name under which better-auth's own `reset-password` looks for it.
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt: new Date(Date.now() + lifetimeMs),
  })
  const link = new URL('/mot-de-passe', publicUrl)
  link.searchParams.set('token', token)
  return link.href
}
