/** Who hears changes, by a websocket or by a stream. */
export interface Subscriber {
  close(code: number, reason: string): void
}
