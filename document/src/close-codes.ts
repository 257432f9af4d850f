/** Why a sync socket was closed: one table for the server, the client and docs/sync-spec.md. */
export const CLOSE_CODES = {
  /** The server restarts: reconnect, with a delay. */
  restarting: 1012,
  /** The reader was too slow to receive what was sent to it: reconnect. */
  tooSlow: 1013,
  /** The viewer's rights changed: reconnect to be judged again. */
  rightsChanged: 4205,
  /** A frame could not be read, or says what it may not. */
  badFrame: 4400,
  /** No session and no valid ticket. */
  signedOut: 4401,
  /** No such document, or the viewer may not read it: the two look the same. */
  notFound: 4404,
  /** The browser's copy is of another life of this document: reload. */
  epochChanged: 4409,
  /** A frame or the document is over its size limit. */
  tooLarge: 4413,
  /** A Yjs client id that belongs to another user of this document: take a new one. */
  clientIdTaken: 4422,
  /** This user has as many connections as one may have: close some pages. */
  tooManyOfUser: 4429,
  /** This document has as many connections as one may have. */
  documentCrowded: 4430,
  /** The server could not load the document: reconnect, with a delay. */
  unavailable: 4503,
  /** More frames or bytes per second than one connection may send: reconnect, with a delay. */
  tooFast: 4529,
} as const

export type CloseReason = keyof typeof CLOSE_CODES
