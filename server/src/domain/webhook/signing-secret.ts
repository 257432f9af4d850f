import { randomBytes } from 'node:crypto'

/** By Standard Webhooks (standardwebhooks.com): how a secret is told from others, before its bytes in base64. */
const MARK = 'whsec_'

/** As many as the hash that signs has. */
const SECRET_BYTES = 32

/** Draws the secret of a webhook, as it is shown once. */
export function drawSigningSecret(): string {
  return `${MARK}${randomBytes(SECRET_BYTES).toString('base64')}`
}

/** The bytes that sign. */
export function signingKeyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(MARK.length), 'base64')
}
