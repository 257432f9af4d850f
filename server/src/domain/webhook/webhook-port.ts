import type { UrlRules } from './webhook-rules.ts'

/** What the domain asks of whatever sends to webhooks. */
export interface WebhookPort extends UrlRules {
  /** A secret as it is stored: only this instance can sign with it, and only for this webhook. */
  seal(secret: string, webhookId: string): Uint8Array<ArrayBuffer>
}
