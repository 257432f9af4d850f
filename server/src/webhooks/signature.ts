import { createHmac } from 'node:crypto'
import { signingKeyOf } from '../domain/webhook/signing-secret.ts'

/** What is signed, and when it is sent. */
export interface Signed {
  id: string
  at: Date
  body: string
  /** All that sign: the present secret first, then the one before it while it still does. */
  secrets: readonly string[]
}

/** The headers by which a receiver knows who sent an event, by Standard Webhooks: HMAC-SHA256 of `id.timestamp.body`. */
export function signatureHeaders({ id, at, body, secrets }: Signed): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map(
    (secret) =>
      `v1,${createHmac('sha256', signingKeyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  )
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
