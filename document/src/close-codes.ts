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

/** Each limit of a connection, and the close of who passes it: one table for the server, its tests and docs/sync-spec.md. */
export const LIMIT_CLOSES = {
  /** Bytes of one frame. */
  frameSize: 'tooLarge',
  /** Bytes of a document. */
  documentSize: 'tooLarge',
  framesPerSecond: 'tooFast',
  bytesPerSecond: 'tooFast',
  /** Those of one user in a process. */
  connectionsOfUser: 'tooManyOfUser',
  /** Those to one document in a process. */
  connectionsOfDocument: 'documentCrowded',
  /** Bytes of what a client says of its presence. */
  awarenessSize: 'tooLarge',
  /** Counted as any frames. */
  awarenessPerSecond: 'tooFast',
  /** Answers in a row that still lack what they stand on. */
  missingDependencies: 'badFrame',
  /** Time to be judged and let in. */
  openingTime: 'unavailable',
  /** Frames of who is not let in yet. */
  earlyFrames: 'tooLarge',
  /** Bytes of all edits that wait for the disk. */
  waitingEdits: 'unavailable',
  /** How long a reader may leave too much unread. */
  slowReader: 'tooSlow',
} as const satisfies Record<string, CloseReason>

export type Limit = keyof typeof LIMIT_CLOSES
