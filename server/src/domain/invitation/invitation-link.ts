import { createHash } from 'node:crypto'
import type { Mail } from '../mail.ts'
import { INVITATION_LIFETIME_MS } from './invitation-rules.ts'

/** What is stored of an invitation's link. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The date and the hash of a new link to an invitation. */
export function newLink(mail: Pick<Mail, 'secretOf'>, id: string): { expiresAt: Date; tokenHash: string } {
  const expiresAt = new Date(Date.now() + INVITATION_LIFETIME_MS)
  return { expiresAt, tokenHash: hashSecret(mail.secretOf({ id, expiresAt })) }
}
