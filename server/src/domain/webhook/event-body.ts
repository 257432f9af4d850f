/** What a receiver is told: by which query to ask, and from where. Nothing of what changed: that is asked by the key. */
export type WebhookEvent =
  | { type: 'changes'; data: { query: 'changes' | 'changesPublics'; after: string | null } }
  | { type: 'test'; data: Record<string, never> }

/** An event as it is sent, the same bytes at each try. */
export function eventBody({ type, data }: WebhookEvent, at: Date): string {
  return JSON.stringify({ type, timestamp: at.toISOString(), data })
}
