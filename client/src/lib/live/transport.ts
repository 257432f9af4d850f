/** How a transport ended, as a websocket says it: 1006 for one that broke. */
export interface Ending {
  code: number
  reason: string
}

/** A way to exchange frames with the server, whole and in order. */
export interface Transport {
  send(frame: Uint8Array): void
  /** Hangs up. Nothing is told any more. */
  close(): void
}

export interface TransportEvents {
  onOpen(): void
  onFrame(frame: Uint8Array): void
  /** Once, and last: it did not open, broke, or was closed by the server. */
  onEnd(ending: Ending): void
}

export type OpenTransport = (events: TransportEvents) => Transport

/** The code of a transport that broke without a word. */
export const BROKEN = 1006
