import { createHmac } from 'node:crypto'

/** What is in the link of an invitation. Each of its dates has another: see `Mail.secretOf`. */
export function invitationSecret({ key, id, expiresAt }: { key: string; id: string; expiresAt: Date }): string {
  return createHmac('sha256', key).update(`invitation:${id}:${expiresAt.toISOString()}`).digest('base64url')
}
